/** The look of the page by itself: system fonts, nothing from elsewhere, for the screen and for paper. */
export const styles = `
:root { color-scheme: light; }
body { margin: 0; font: 1rem/1.5 Arial, Helvetica, sans-serif; color: #0b0c0c; background: #fff; }
.marking { margin: 0; padding: .5rem 1rem; font-weight: bold; text-align: center; background: #f3f2f1; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem 1rem 3rem; }
h1 { font-size: 2rem; line-height: 1.2; }
h2 { margin-top: 2.5rem; font-size: 1.5rem; line-height: 1.25; border-top: 1px solid #b1b4b6; padding-top: 1.25rem; }
p, li { max-width: 44rem; }
.govuk-body-s { font-size: .875rem; color: #484949; margin: .25rem 0; }
.govuk-inset-text { border-left: .6rem solid #d4351c; padding: .75rem 1rem; font-weight: bold; background: #f8f8f8; }
.app-wide { overflow-x: auto; margin-top: 1.5rem; }
.app-wide:focus { outline: 3px solid #fd0; outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: bold; padding-bottom: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid #b1b4b6; }
.govuk-table__header--numeric, .govuk-table__cell--numeric { text-align: right; font-variant-numeric: tabular-nums; }
tbody th { font-weight: normal; }
.app-figure { margin: 1.5rem 0; }
.app-figure svg { width: 100%; max-width: 37.5rem; height: auto; }
figcaption { font-weight: bold; margin-bottom: .5rem; }
@media print {
  @page { size: A4; margin: 20mm 16mm; }
  .marking { background: none; }
  main { max-width: none; padding-top: 2rem; }
  thead { display: table-header-group; }
  tr, figure { break-inside: avoid; } h2, caption, figcaption { break-after: avoid; }
  .app-wide { overflow: visible; }
}
`

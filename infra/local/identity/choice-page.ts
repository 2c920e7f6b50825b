import type { People } from './principals.ts'

const style = `
  body { font: 1.1875rem/1.4 arial, sans-serif; color: #0b0c0c; max-width: 40rem; margin: 2rem auto; padding: 0 1rem }
  h1 { font-size: 2rem } h2 { font-size: 1.5rem; margin-top: 2rem }
  button, select { font: inherit; min-height: 2.75rem; padding: 0.25rem 0.75rem; max-width: 100% }
  select { border: 2px solid #0b0c0c; display: block; margin: 0.25rem 0 1rem }
  button { background: #0f7a52; color: #fff; border: 2px solid transparent; cursor: pointer }
  button:focus-visible, select:focus-visible { outline: 3px solid #fd0; outline-offset: 0; box-shadow: 0 0 0 6px #0b0c0c }
  ul { list-style: none; padding: 0 } li { margin: 0.75rem 0 }
  .error { border-left: 5px solid #ca3535; padding-left: 1rem; font-weight: bold }`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const button = ({ id, name }: { readonly id: string; readonly name: string }) =>
  `<li><button name="person" value="${escaped(id)}">${escaped(name)}</button></li>`

const option = ({ id, name }: { readonly id: string; readonly name: string }) =>
  `<option value="${escaped(id)}">${escaped(name)}</option>`

const group = ([name, people]: readonly [string, readonly { id: string; name: string }[]]) =>
  `<optgroup label="${escaped(name)}">${people.map(option).join('')}</optgroup>`

const refusal = '<p class="error" role="alert">Choose somebody from the list.</p>'

/** A page that offers everyone by name; `refused` when what was sent before named nobody. */
export const choicePage = ({ centre, ofOrganisations }: People, refused = false): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${refused ? 'Error: ' : ''}Choose who you are</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Choose who you are</h1>
${refused ? refusal : ''}
<p>This machine takes your word for it. Where the service is deployed, people sign in with their own organisation.</p>
<form method="post">
<h2>Somebody of a force</h2>
<label for="person">Who</label>
<select id="person" name="person">${[...ofOrganisations].map(group).join('')}</select>
<button>Sign in</button>
</form>
<form method="post">
<h2>Somebody at the centre</h2>
<ul>${centre.map(button).join('')}</ul>
</form>
</main>
</body>
</html>
`

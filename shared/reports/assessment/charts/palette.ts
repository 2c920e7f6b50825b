/**
 * The Government Analysis Function's dark blue and turquoise for charts of two categories ("Data visualisation:
 * colours in charts"), which are told apart by lightness alone, and GOV.UK's text and secondary text. What is not
 * answered yet is hatched and what found no evidence is hollow, rather than filled.
 */
export const palette = {
  strong: '#12436d',
  light: '#28a197',
  hatch: '#505a5f',
  text: '#0b0c0c',
  line: '#505a5f',
  paper: '#ffffff',
} as const

export type Fill = 'strong' | 'light' | 'hollow' | 'hatch'

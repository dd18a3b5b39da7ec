// Architecture §8: views in EJS without logic.
import { describe, expect, it } from 'vitest'
import { filesUnder, readText } from './source.ts'
import { offencesIn } from './template-grammar.ts'

const page = (template: string): string[] => offencesIn('views/receipts/receipt/show.ejs', template)

function sameText(texts: ReadonlyMap<string, string>): string[] {
  const seen = new Map<string, string>()
  return [...texts].flatMap(([file, text]) => {
    const first = seen.get(text)
    seen.set(text, first ?? file)
    return first === undefined ? [] : [`${first} = ${file}`]
  })
}

describe('templates', () => {
  const files = filesUnder('views', '.ejs')

  it.each(files)('%s holds words, values, includes, loops and flags, and nothing else', (file) => {
    expect(offencesIn(file, readText(file))).toEqual([])
  })

  it('no page is written twice: what only lines up components stands in views/documents', () => {
    expect(sameText(new Map([['a.ejs', 'x'], ['b.ejs', 'y'], ['c.ejs', 'x']]))).toEqual(['a.ejs = c.ejs'])
    expect(sameText(new Map(files.map((file) => [file, readText(file)])))).toEqual([])
  })

  it('there are some', () => {
    expect(files.length).toBeGreaterThan(40)
  })
})

describe('the grammar of templates', () => {
  it.each([
    ['<%= receipt.total %>'],
    [`<%- include('/components/csrf', { csrf: { token: receipt.csrfToken } }) -%>`],
    ['<%_ for (const line of receipt.lines) { _%>\n<%_ if (!line.isLast) { _%>x<% } else { %>y<% } %>\n<%_ } _%>'],
    [`<%- include('/components/actions', { actions: { ...slip.actions, csrfToken: slip.csrfToken } }) %>`],
    ['<%# a remark with (calls) %>'],
    ['<a href="<%= link.href %>" data-one="onload=1">x</a><script type="module" src="/js/app.js"></script><img src="/a.svg" alt="">'],
    [`<form method="post" action="/a">\n<%- include('/components/csrf', { csrf }) -%></form><form method="get"></form>`],
  ])('admits %s', (template) => {
    expect(page(template)).toEqual([])
  })

  it.each([
    ['<%= total + 1 %>', 'a sum'],
    ['<%= format(total) %>', 'a call'],
    ['<%= name ? name : other %>', 'a choice'],
    [`<%= lines[0] %>`, 'an index'],
    ['<% if (count > 1) { %>x<% } %>', 'a comparison'],
    ['<% if (one && other) { %>x<% } %>', 'a conjunction'],
    ['<% lines.forEach((line) => { %>x<% }) %>', 'a callback'],
    ['<% const sum = 1 %>', 'a variable'],
    ['<% if (flag) { %>x', 'an open end'],
    ['<%- text %>', 'raw text'],
    ['<%- body %>', 'raw text outside a layout'],
    [`<%- include('/components/field', { field: fields.find(isName) }) %>`, 'a call inside an include'],
    [`<%- include('/components/field', { name: field }) %>`, 'an object not named after its component'],
    [`<%- include(chosen, { field }) %>`, 'a component without a name'],
    ['<script>go()</script>', 'a script'],
    ['<style>p { color: red }</style>', 'a style sheet'],
    ['<p class="a" style="color: red">x</p>', 'a style attribute'],
    ['<p<% if (flag) { %> hidden<% } %> onclick="go()">x</p>', 'an on… attribute'],
    ['<img src="/a.svg">', 'an image without words'],
    ['<form method="post" action="/a"><button>x</button></form>', 'a form without its token'],
  ])('refuses %s: %s', (template) => {
    expect(page(template)).not.toEqual([])
  })

  it('names the line', () => {
    expect(page('<p>\n<%= a.b %>\n<%= a + b %>\n</p>')).toEqual(['views/receipts/receipt/show.ejs:3 computes: <%= a + b %>'])
  })
})

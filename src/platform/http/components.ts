// What the components of views/components accept: finished strings and flags. A page author imports types and makers only from here;
// views/README.md is the one-screen guide, /development/gallery shows each of them.
export * from './components/page.ts'
export * from './components/form.ts'
export * from './components/table.ts'
export * from './components/editor.ts'
export * from './components/frame.ts'

import '@mantine/tiptap/styles.css'
import type { WrittenBlock } from '@chung-tay/contracts/blocks'
import { useLingui } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { RichTextEditor } from '@mantine/tiptap'
import { IconColumnInsertRight, IconColumnRemove, IconRowInsertBottom, IconRowRemove, IconTable, IconTableOff } from '@tabler/icons-react'
import { TableKit } from '@tiptap/extension-table'
import { type Editor, useEditor, useEditorState } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useEffect, useRef, useState } from 'react'
import { fromEditor, isCut, mostColumns, mostRows, toEditor } from './convert.ts'
import classes from './section-editor.module.css'

// Nothing more than the official layout has: what is pasted is reduced to these.
const extensions = [
  StarterKit.configure({
    heading: { levels: [3] },
    blockquote: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    link: false,
    strike: false,
    underline: false,
  }),
  TableKit.configure({ table: { resizable: false } }),
]

type Tool = { label: string; icon: typeof IconTable; run: (editor: Editor) => boolean; active?: boolean; disabled?: boolean }

const Tools = ({ editor }: { editor: Editor }) => {
  const { t } = useLingui()
  const inTable = useEditorState({ editor, selector: ({ editor: current }) => current.isActive('table') })
  const tools: Tool[] = inTable
    ? [
        { label: t`Thêm dòng`, icon: IconRowInsertBottom, run: (now) => now.chain().focus().addRowAfter().run() },
        { label: t`Bỏ dòng`, icon: IconRowRemove, run: (now) => now.chain().focus().deleteRow().run() },
        { label: t`Thêm cột`, icon: IconColumnInsertRight, run: (now) => now.chain().focus().addColumnAfter().run() },
        { label: t`Bỏ cột`, icon: IconColumnRemove, run: (now) => now.chain().focus().deleteColumn().run() },
        { label: t`Bỏ bảng`, icon: IconTableOff, run: (now) => now.chain().focus().deleteTable().run() },
      ]
    : [{ label: t`Chèn bảng`, icon: IconTable, run: (now) => now.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run() }]
  return (
    <RichTextEditor.ControlsGroup>
      {tools.map(({ label, icon: Icon, run }) => (
        <RichTextEditor.Control key={label} aria-label={label} title={label} onClick={() => run(editor)}>
          <Icon size={16} stroke={1.5} aria-hidden />
        </RichTextEditor.Control>
      ))}
    </RichTextEditor.ControlsGroup>
  )
}

const useLabels = () => {
  const { t } = useLingui()
  return {
    boldControlLabel: t`Đậm`,
    italicControlLabel: t`Nghiêng`,
    h3ControlLabel: t`Đề mục`,
    bulletListControlLabel: t`Gạch đầu dòng`,
    orderedListControlLabel: t`Đánh số`,
    undoControlLabel: t`Hoàn tác`,
    redoControlLabel: t`Làm lại`,
  }
}

/** A text to put in at the cursor; `at` makes the same text twice two insertions. */
export type Insertion = { text: string; at: number }

type Props = {
  label: string
  value: readonly WrittenBlock[]
  onChange: (blocks: WrittenBlock[]) => void
  error?: string | undefined
  insertion: Insertion | null
}

/** The editor of a section: headings, paragraphs, bold and italic words, lists and tables, as the paper has them. */
export const SectionEditor = ({ label, value, onChange, error, insertion }: Props) => {
  const [cut, setCut] = useState(false)
  const latest = useRef(onChange)
  const own = useRef(JSON.stringify(value))
  useEffect(() => {
    latest.current = onChange
  })
  const editor = useEditor({
    extensions,
    content: toEditor(value),
    editorProps: { attributes: { 'aria-label': label, 'aria-multiline': 'true', role: 'textbox' } },
    onUpdate: ({ editor: now }) => {
      const document = now.getJSON()
      const blocks = fromEditor(document)
      setCut(isCut(document))
      own.current = JSON.stringify(blocks)
      latest.current(blocks)
    },
  })

  // What came from outside (a kept draft, somebody else's text that was chosen) replaces; our own echo must not move the cursor.
  useEffect(() => {
    const given = JSON.stringify(value)
    if (!editor || given === own.current) return
    own.current = given
    editor.commands.setContent(toEditor(value), { emitUpdate: false })
  }, [editor, value])

  const inserted = useRef(0)
  useEffect(() => {
    if (!editor || !insertion || insertion.at === inserted.current) return
    inserted.current = insertion.at
    const paragraphs = insertion.text.split(/\n+/).map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }))
    editor.chain().focus().insertContent(paragraphs).run()
  }, [editor, insertion])

  const { t } = useLingui()
  const labels = useLabels()
  return (
    <div>
      <RichTextEditor editor={editor} labels={labels} className={classes.editor ?? ''}>
        <RichTextEditor.Toolbar sticky stickyOffset={0}>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.Bold />
            <RichTextEditor.Italic />
            <RichTextEditor.H3 />
            <RichTextEditor.BulletList />
            <RichTextEditor.OrderedList />
          </RichTextEditor.ControlsGroup>
          {editor && <Tools editor={editor} />}
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.Undo />
            <RichTextEditor.Redo />
          </RichTextEditor.ControlsGroup>
        </RichTextEditor.Toolbar>
        <RichTextEditor.Content />
      </RichTextEditor>
      {cut && (
        <Text size="xs" c="dimmed" mt={4} role="status">
          {t`Bảng chỉ giữ ${mostColumns} cột, ${mostRows} dòng đầu; phần còn lại không in được trên khổ giấy.`}
        </Text>
      )}
      {error && (
        <Text size="xs" c="var(--mantine-color-error)" mt={4} role="alert">
          {error}
        </Text>
      )}
    </div>
  )
}

import { useRef, type ComponentProps } from 'react'
import { Button } from './Button.tsx'

interface FileButtonProps extends Pick<ComponentProps<typeof Button>, 'kind' | 'icon' | 'busy'> {
  readonly label: string
  /** What is chosen, where the button does not say it. */
  readonly name?: string
  /** As the `accept` of an input: "application/pdf,image/*". */
  readonly accept: string | undefined
  readonly many?: boolean
  /** Takes a photo instead, where there is a camera. */
  readonly camera?: boolean
  readonly onFiles: (files: readonly File[]) => void
}

/** Chooses files. The same one can be chosen again, after it was mended. */
export function FileButton(props: FileButtonProps) {
  const { label, name = label, accept, many = false, camera = false, onFiles, ...looks } = props
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...looks} onPress={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={name}
        multiple={many}
        accept={accept}
        capture={camera ? 'environment' : undefined}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
    </>
  )
}

/** The sign of the product: two lines of one life, crossing where they are compared. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden focusable={false}>
      <path
        d="M9 4c0 12 14 12 14 24M23 4c0 12-14 12-14 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <path d="M11 8h10M11 24h10" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}

import './form-alert.css'

/** Where a form says what stands in its way, read out at once. The region is always there, so that a change is heard. */
export function FormAlert({ text }: { text: string | undefined }) {
  return (
    <div role="alert" className="form-alert">
      {text === undefined ? null : <p className="form-summary">{text}</p>}
    </div>
  )
}

import parts from 'virtual:licences'
import { useState } from 'react'
import type { ShippedPart } from '../../../shared/host/about.ts'
import { TextField } from '../../base/form-kit.tsx'
import { useT } from '../../base/use-t.ts'

/** One part; its licence in full when it is asked for. */
function Part({ part: { name, version, licence, text } }: { part: ShippedPart }) {
  const [open, setOpen] = useState(false)
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span className="about-part">{name}</span> <span>{version}</span>{' '}
        <span className="about-licence">{licence}</span>
      </summary>
      {open ? (
        <pre className="about-licence-text" lang="en">
          {text}
        </pre>
      ) : null}
    </details>
  )
}

/** Every part of the program that others have made, to be searched by name or licence. */
export default function Licences() {
  const t = useT()
  const [filter, setFilter] = useState('')
  const words = filter.trim().toLowerCase()
  const shown = parts.filter(({ name, licence }) => `${name} ${licence}`.toLowerCase().includes(words))
  return (
    <>
      <p className="about-text">{t('about.licences.lead')}</p>
      <div className="about-filter">
        <TextField
          label={t('about.licences.filter')}
          name="filter"
          optional
          value={filter}
          onChange={setFilter}
        />
      </div>
      <p role="status" className="about-count">
        {shown.length === 0 ? t('about.licences.none') : t('about.licences.count', { count: shown.length })}
      </p>
      <ul className="about-parts">
        {shown.map((part) => (
          <li key={`${part.name} ${part.version}`}>
            <Part part={part} />
          </li>
        ))}
      </ul>
    </>
  )
}

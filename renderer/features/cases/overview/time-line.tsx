import { type KeyboardEvent, useEffect, useId, useRef, useState, type WheelEvent } from 'react'
import { addDays, daysBetween } from '../../../../shared/case/dates.ts'
import type { Overview } from '../../../../shared/overview/overview.ts'
import { messageText } from '../../../../shared/text/index.ts'
import { Icon, type IconName } from '../../../base/icon.tsx'
import { useT } from '../../../base/use-t.ts'
import { Citations } from '../../../note-model/citations.tsx'
import { TimePicture } from './time-picture.tsx'
import { TimeTable } from './time-table.tsx'
import { centred, moved, type View, zoomed } from './time-view.ts'
import './time-line.css'

/** The width of an element in pixels, following it. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { ref, width }
}

/** The time line of a case: a picture that zooms, or the same as a table; and what the next limit means. */
export function TimeLineSection({ page }: { page: Overview }) {
  const t = useT()
  const [asTable, setAsTable] = useState(false)
  return (
    <section aria-labelledby="overview-time">
      <div className="overview-head">
        <h2 className="page-heading" id="overview-time">
          {t('overview.timeLine')}
        </h2>
        <button type="button" className="button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          <Icon name={asTable ? 'graph-line' : 'table'} />
          {t(asTable ? 'overview.timeLine.asPicture' : 'overview.timeLine.asTable')}
        </button>
      </div>
      <NextLimit page={page} />
      {asTable ? <TimeTable page={page} /> : <Picture page={page} />}
    </section>
  )
}

/** The next limit, what it means under the law on its day, and which insatser aim at it. */
function NextLimit({ page: { limits, language, read } }: { page: Overview }) {
  const t = useT()
  const next = limits.find(({ isNext }) => isNext)
  if (next === undefined)
    return (
      <p className="time-next">
        {t(
          read.context.case.employment.kind === 'anstalld'
            ? 'cases.section.limits.none'
            : 'overview.limits.notEmployed',
        )}
      </p>
    )
  const { day, date, meaning, aims, sources } = next
  return (
    <div className="time-next">
      <p>
        <strong>{t('overview.timeLine.next', { day, date })}</strong>{' '}
        {meaning.map((each) => messageText(language, each)).join(' ')} <Citations reference={sources} />
      </p>
      <p>
        {aims.length === 0
          ? t('overview.timeLine.noAims', { day })
          : t('overview.timeLine.aimNames', {
              names: aims
                .map(({ row }) => row.what?.trim())
                .filter(Boolean)
                .join(', '),
            })}
      </p>
    </div>
  )
}

function Picture({ page }: { page: Overview }) {
  const t = useT()
  const { timeLine } = page
  const all: View = { from: timeLine.from, to: timeLine.to }
  const [chosen, setChosen] = useState<View>()
  const { ref, width } = useWidth()
  const keys = useId()
  const view = chosen ?? all
  const drag = useRef<{ x: number; view: View } | undefined>(undefined)

  const steps: Readonly<Record<string, () => View | undefined>> = {
    '+': () => zoomed(view, all, true),
    '-': () => zoomed(view, all, false),
    ArrowLeft: () => moved(view, all, -0.2),
    ArrowRight: () => moved(view, all, 0.2),
    Home: () => undefined,
    i: () => centred(view, all, timeLine.today),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    setChosen(step())
  }
  const onWheel = (event: WheelEvent<HTMLDivElement>) => {
    if (!event.ctrlKey || width === 0) return
    const share = (event.clientX - event.currentTarget.getBoundingClientRect().left) / width
    const around = addDays(view.from, Math.round(daysBetween(view.from, view.to) * share))
    setChosen(zoomed(view, all, event.deltaY < 0, around))
  }

  return (
    <>
      <div
        className="time-tools"
        role="toolbar"
        aria-label={t('overview.timeLine')}
        aria-describedby={keys}
        onKeyDown={onKeyDown}
      >
        <Tool icon="zoom-in" text={t('overview.timeLine.zoomIn')} onClick={() => setChosen(steps['+']?.())} />
        <Tool
          icon="zoom-out"
          text={t('overview.timeLine.zoomOut')}
          onClick={() => setChosen(steps['-']?.())}
        />
        <Tool icon="screen-full" text={t('overview.timeLine.all')} onClick={() => setChosen(undefined)} />
        <Tool icon="target" text={t('overview.timeLine.today')} onClick={() => setChosen(steps.i?.())} />
        <span className="time-keys" id={keys}>
          {t('overview.timeLine.keys')}
        </span>
      </div>
      <div
        ref={ref}
        className="time-frame"
        onWheel={onWheel}
        onPointerDown={(event) => {
          drag.current = { x: event.clientX, view }
        }}
        onPointerMove={(event) => {
          if (!drag.current || event.buttons === 0 || width === 0) return
          setChosen(moved(drag.current.view, all, (drag.current.x - event.clientX) / width))
        }}
      >
        {width === 0 ? null : <TimePicture page={page} view={view} width={width} />}
      </div>
      {timeLine.undated.length === 0 ? null : (
        <p className="time-undated">
          {t('overview.timeLine.undated', {
            names: timeLine.undated
              .map(({ row }) => row.what?.trim() || t('overview.sides.unnamed'))
              .join(', '),
          })}
        </p>
      )}
    </>
  )
}

function Tool({ icon, text, onClick }: { icon: IconName; text: string; onClick: () => void }) {
  return (
    <button type="button" className="icon-button" title={text} aria-label={text} onClick={onClick}>
      <Icon name={icon} />
    </button>
  )
}

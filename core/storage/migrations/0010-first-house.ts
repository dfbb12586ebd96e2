/**
 * The first schema. Every instant is UTC milliseconds; every id is text made by the core; JSON columns
 * are parsed by the domain's schemas when read.
 */
export const migration0010 = {
  version: 10,
  sql: `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE stage (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, position INTEGER NOT NULL
) STRICT;

CREATE TABLE field (
  key TEXT PRIMARY KEY, label TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('text','number','date','boolean')),
  position INTEGER NOT NULL
) STRICT;

-- The integer id is the row's place everywhere inside; uid is what leaves the database.
CREATE TABLE contact (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
  address TEXT UNIQUE,
  first_name TEXT, last_name TEXT,
  stage_id TEXT REFERENCES stage(id),
  zone TEXT, zone_guessed INTEGER NOT NULL DEFAULT 0,
  status TEXT NOT NULL DEFAULT 'subscribed'
    CHECK (status IN ('subscribed','unsubscribed','bounced','complained','unconfirmed','archived')),
  tracking_consent INTEGER,
  consent_source TEXT, consent_at INTEGER,
  fields TEXT NOT NULL DEFAULT '{}',
  import_id TEXT,
  -- No campaign mails them before.
  snoozed_until INTEGER,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX contact_stage ON contact(stage_id);
CREATE INDEX contact_status ON contact(status);
CREATE INDEX contact_created ON contact(created_at, id);
CREATE INDEX contact_import ON contact(import_id) WHERE import_id IS NOT NULL;

CREATE TABLE contact_tag (
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  tag TEXT NOT NULL, added_at INTEGER NOT NULL,
  PRIMARY KEY (contact_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_tag_tag ON contact_tag(tag, contact_id);

CREATE TABLE segment (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, rule TEXT NOT NULL,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL
) STRICT;

-- A goal is reached when its condition, a segment rule, becomes true of an enrolled contact.
CREATE TABLE goal (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, rule TEXT,
  window_days INTEGER NOT NULL DEFAULT 30, value_cents INTEGER NOT NULL DEFAULT 0,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE campaign (
  id TEXT PRIMARY KEY, name TEXT NOT NULL,
  goal_id TEXT REFERENCES goal(id), segment_id TEXT REFERENCES segment(id),
  state TEXT NOT NULL CHECK (state IN ('draft','live','paused','stopped')),
  draft TEXT NOT NULL, draft_rev INTEGER NOT NULL DEFAULT 1,
  live_version_id INTEGER REFERENCES campaign_version(id),
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, went_live_at INTEGER
) STRICT;

CREATE TABLE campaign_version (
  id INTEGER PRIMARY KEY, campaign_id TEXT NOT NULL REFERENCES campaign(id),
  number INTEGER NOT NULL, plan TEXT NOT NULL, published_at INTEGER NOT NULL,
  UNIQUE (campaign_id, number)
) STRICT;
CREATE TRIGGER campaign_version_immutable BEFORE UPDATE ON campaign_version
BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;

-- What an email step says. Drafts are revision 0 and change; published revisions only grow.
CREATE TABLE step_content (
  campaign_id TEXT NOT NULL REFERENCES campaign(id) ON DELETE CASCADE,
  step_id TEXT NOT NULL, rev INTEGER NOT NULL,
  content TEXT NOT NULL, hash TEXT NOT NULL, saved_at INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, step_id, rev)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER step_content_append_only BEFORE UPDATE ON step_content WHEN old.rev > 0
BEGIN SELECT RAISE(ABORT, 'a published content revision never changes'); END;

CREATE TABLE enrollment (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
  campaign_id TEXT NOT NULL REFERENCES campaign(id),
  contact_id INTEGER NOT NULL REFERENCES contact(id),
  version_id INTEGER NOT NULL REFERENCES campaign_version(id),
  run_no INTEGER NOT NULL, entry_key TEXT NOT NULL, slot TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('active','held','done','exited','failed')),
  exit_reason TEXT,
  step_id TEXT, visit INTEGER NOT NULL DEFAULT 1,
  phase TEXT CHECK (phase IN ('ready','delay','await_event','await_send')),
  -- When the step's clock started: the instant its delay counts from.
  since_at INTEGER NOT NULL,
  wake_at INTEGER, deadline_at INTEGER,
  ref_message_id INTEGER, last_message_id INTEGER,
  hops INTEGER NOT NULL DEFAULT 0, seq INTEGER NOT NULL DEFAULT 0,
  entered_at INTEGER NOT NULL, ended_at INTEGER,
  goal_at INTEGER, goal_value_cents INTEGER,
  UNIQUE (campaign_id, contact_id, run_no),
  UNIQUE (campaign_id, contact_id, entry_key)
) STRICT;
CREATE UNIQUE INDEX enrollment_one_open ON enrollment(campaign_id, contact_id, slot) WHERE state IN ('active','held');
CREATE INDEX enrollment_due ON enrollment(wake_at, id) WHERE state IN ('active','held') AND wake_at IS NOT NULL;
CREATE INDEX enrollment_contact ON enrollment(contact_id, id);
CREATE INDEX enrollment_step ON enrollment(campaign_id, step_id) WHERE state IN ('active','held');

-- The journal: one row per move of an enrollment, with the facts it was made on. Append-only.
CREATE TABLE decision (
  enrollment_id INTEGER NOT NULL REFERENCES enrollment(id),
  seq INTEGER NOT NULL, at INTEGER NOT NULL,
  cause TEXT NOT NULL, move TEXT NOT NULL,
  from_step_id TEXT, to_step_id TEXT,
  -- The lane a split was left by; an empty lane leads to no step of its own.
  lane_id TEXT,
  reason TEXT, inputs TEXT NOT NULL,
  version_id INTEGER NOT NULL,
  PRIMARY KEY (enrollment_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_at ON decision(at);
CREATE INDEX decision_step ON decision(from_step_id, move, at);

-- The lane of a split that did best, and how each did when it was chosen.
CREATE TABLE split_winner (
  campaign_id TEXT NOT NULL REFERENCES campaign(id), step_id TEXT NOT NULL,
  lane_id TEXT NOT NULL, chosen_at INTEGER NOT NULL, results TEXT NOT NULL,
  PRIMARY KEY (campaign_id, step_id)
) STRICT, WITHOUT ROWID;

-- One intended e-mail: queue and ledger in one row.
CREATE TABLE message (
  id INTEGER PRIMARY KEY, idem_key TEXT NOT NULL UNIQUE, token TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('campaign','test')),
  campaign_id TEXT, enrollment_id INTEGER REFERENCES enrollment(id),
  contact_id INTEGER REFERENCES contact(id), step_id TEXT, visit INTEGER,
  -- The step whose report counts this message: itself, or the step it sends again.
  report_step_id TEXT,
  account_id TEXT, priority INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued','in_flight','sent','uncertain','failed','cancelled','expired')),
  reason TEXT,
  planned_at INTEGER NOT NULL, not_before INTEGER NOT NULL, not_after INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0, boot_id INTEGER,
  intent_at INTEGER, accepted_at INTEGER,
  to_address TEXT, subject TEXT, content_rev INTEGER, content_hash TEXT,
  is_tracked INTEGER NOT NULL DEFAULT 0, reply TEXT, resolution TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX message_queue ON message(priority, not_before, id) WHERE state = 'queued';
CREATE INDEX message_in_flight ON message(boot_id) WHERE state = 'in_flight';
CREATE INDEX message_uncertain ON message(id) WHERE state = 'uncertain';
CREATE INDEX message_ledger ON message(account_id, intent_at) WHERE intent_at IS NOT NULL;
CREATE INDEX message_contact ON message(contact_id, intent_at);
CREATE INDEX message_enrollment ON message(enrollment_id, step_id);
CREATE INDEX message_report ON message(campaign_id, report_step_id, state);

CREATE TABLE attempt (
  message_id INTEGER NOT NULL REFERENCES message(id), n INTEGER NOT NULL,
  at INTEGER NOT NULL, stage TEXT NOT NULL, code INTEGER, enhanced TEXT, outcome TEXT NOT NULL, text TEXT,
  PRIMARY KEY (message_id, n)
) STRICT, WITHOUT ROWID;

-- What a contact did or what happened to them, clustered by contact. Contact 0 is nobody yet (orphans).
CREATE TABLE event (
  contact_id INTEGER NOT NULL, occurred_at INTEGER NOT NULL, id INTEGER NOT NULL,
  uid TEXT NOT NULL,
  kind TEXT NOT NULL, message_id INTEGER, link_id TEXT, url TEXT,
  class TEXT NOT NULL DEFAULT 'human' CHECK (class IN ('human','machine','unsure')),
  class_reason TEXT,
  received_at INTEGER NOT NULL, source_id TEXT, source_seq INTEGER,
  state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('new','done','orphan','late')),
  data TEXT,
  PRIMARY KEY (contact_id, occurred_at, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX event_uid ON event(uid);
CREATE UNIQUE INDEX event_id ON event(id);
CREATE INDEX event_new ON event(id) WHERE state = 'new';
CREATE INDEX event_message ON event(message_id, kind, occurred_at) WHERE message_id IS NOT NULL;
CREATE INDEX event_kind ON event(kind, contact_id, occurred_at);

-- Where events are heard: the relay (and later an inbox). The watermark is how far we have heard.
CREATE TABLE source (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, url TEXT, sealed_key TEXT,
  epoch TEXT, cursor INTEGER NOT NULL DEFAULT 0, watermark INTEGER NOT NULL DEFAULT 0,
  clock_offset INTEGER NOT NULL DEFAULT 0, last_heard_at INTEGER, last_problem TEXT
) STRICT;

CREATE TABLE suppression (
  address_hash TEXT PRIMARY KEY, address TEXT,
  reason TEXT NOT NULL CHECK (reason IN ('unsubscribed','bounced','complained','by-hand','imported','erased')),
  source TEXT NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
  id TEXT PRIMARY KEY, name TEXT NOT NULL,
  from_name TEXT NOT NULL, from_address TEXT NOT NULL, reply_to TEXT,
  host TEXT NOT NULL, port INTEGER NOT NULL, security TEXT NOT NULL CHECK (security IN ('tls','starttls','none')),
  user TEXT, sealed_password TEXT,
  max_connections INTEGER NOT NULL DEFAULT 1,
  per_second INTEGER, per_minute INTEGER, per_hour INTEGER, per_day INTEGER,
  is_tracking INTEGER NOT NULL DEFAULT 1,
  blocked_until INTEGER, problem TEXT, problem_scope TEXT, failures INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE import (
  id TEXT PRIMARY KEY, file_name TEXT NOT NULL, state TEXT NOT NULL
    CHECK (state IN ('uploading','mapping','running','done','cancelled','failed','undone')),
  mapping TEXT, options TEXT, counts TEXT, problem TEXT,
  started_at INTEGER NOT NULL, ended_at INTEGER
) STRICT;
-- The row as it was before the import touched it (null: it did not exist), for the undo.
CREATE TABLE import_change (
  import_id TEXT NOT NULL REFERENCES import(id), contact_id INTEGER NOT NULL,
  before TEXT, after_hash TEXT NOT NULL,
  PRIMARY KEY (import_id, contact_id)
) STRICT, WITHOUT ROWID;

-- Members of the segments a live campaign watches, and contacts to look at again.
CREATE TABLE segment_member (
  segment_id TEXT NOT NULL, contact_id INTEGER NOT NULL, since_at INTEGER NOT NULL,
  PRIMARY KEY (segment_id, contact_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE dirty_contact (
  contact_id INTEGER PRIMARY KEY, cause TEXT NOT NULL
) STRICT;

-- Entries of published campaigns that go by the calendar, and whose clock each is read on. Where either changes, it
-- is another watch.
CREATE TABLE date_watch (
  id INTEGER PRIMARY KEY, campaign_id TEXT NOT NULL REFERENCES campaign(id),
  entry TEXT NOT NULL, zone TEXT NOT NULL,
  -- What was past then starts nobody.
  since_at INTEGER NOT NULL,
  -- Contacts up to this one have been looked at; null once all were.
  filled_to INTEGER DEFAULT 0,
  UNIQUE (campaign_id, entry, zone)
) STRICT;
-- When a watch starts somebody next.
CREATE TABLE date_due (
  watch_id INTEGER NOT NULL REFERENCES date_watch(id),
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  due_at INTEGER NOT NULL,
  PRIMARY KEY (watch_id, contact_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX date_due_at ON date_due(watch_id, due_at);
CREATE INDEX date_due_contact ON date_due(contact_id);

CREATE TABLE boot (
  id INTEGER PRIMARY KEY, started_at INTEGER NOT NULL, last_beat_at INTEGER NOT NULL,
  clean_exit INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What the owner is told: notices, uncertain mail, trouble with an account or the relay.
CREATE TABLE notice (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
  link TEXT, seen_at INTEGER
) STRICT;

-- Mail captured by the practice server.
CREATE TABLE practice_mail (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, to_address TEXT NOT NULL, from_address TEXT NOT NULL,
  token TEXT, subject TEXT NOT NULL, raw BLOB NOT NULL, is_read INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX practice_mail_at ON practice_mail(at, id);
`,
} as const;

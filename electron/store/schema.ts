// Every step the database has taken, oldest first. A step that was ever released is never changed: add one below it.
//
// `sealed` is encrypted, in the form of seal.ts. In clear are only what joins and sorts need: ids, dates, content hashes, versions.

const CLIENTS_TO_EDITS = `
CREATE TABLE library (
  name TEXT PRIMARY KEY,
  value ANY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE clients (
  id TEXT PRIMARY KEY,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  sealed BLOB NOT NULL
) STRICT;

CREATE TABLE injuries (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  sealed BLOB NOT NULL
) STRICT;
CREATE INDEX injuries_of_client ON injuries (client_id);

CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  date TEXT NOT NULL,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  sealed BLOB NOT NULL
) STRICT;
CREATE INDEX sessions_of_client ON sessions (client_id, date);

CREATE TABLE videos (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  extension TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE clips (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  video_sha256 TEXT NOT NULL REFERENCES videos (sha256),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  sealed BLOB NOT NULL
) STRICT;
CREATE INDEX clips_of_session ON clips (session_id);
CREATE INDEX clips_of_video ON clips (video_sha256);

CREATE TABLE poses (
  id TEXT PRIMARY KEY,
  clip_id TEXT NOT NULL REFERENCES clips (id) ON DELETE CASCADE,
  created_at TEXT NOT NULL,
  model TEXT NOT NULL,
  model_sha256 TEXT NOT NULL,
  engine TEXT NOT NULL,
  frames_seen INTEGER NOT NULL,
  sealed BLOB NOT NULL
) STRICT;
CREATE INDEX poses_of_clip ON poses (clip_id, created_at);

CREATE TABLE results (
  id TEXT PRIMARY KEY,
  clip_id TEXT NOT NULL REFERENCES clips (id) ON DELETE CASCADE,
  pose_id TEXT NOT NULL REFERENCES poses (id) ON DELETE CASCADE,
  created_at TEXT NOT NULL,
  app_version TEXT NOT NULL,
  analysis_version TEXT NOT NULL,
  gait TEXT NOT NULL,
  sealed BLOB NOT NULL
) STRICT;
CREATE INDEX results_of_clip ON results (clip_id, created_at);
CREATE INDEX results_of_pose ON results (pose_id);

CREATE TABLE edits (
  clip_id TEXT NOT NULL REFERENCES clips (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position > 0),
  made_at TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  edit TEXT NOT NULL CHECK (json_valid(edit)),
  PRIMARY KEY (clip_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE removals (
  what TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
`;

const RETURN_TO_RUNNING = `
CREATE TABLE return_tests (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  date TEXT NOT NULL,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  sealed BLOB NOT NULL
) STRICT;
CREATE INDEX return_tests_of_client ON return_tests (client_id, date);

CREATE TABLE walk_run_stages (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  stage INTEGER NOT NULL CHECK (stage > 0),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  sealed BLOB NOT NULL
) STRICT;
CREATE INDEX walk_run_stages_of_client ON walk_run_stages (client_id, stage);

CREATE TABLE reports (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  sealed BLOB NOT NULL,
  sealed_file BLOB NOT NULL
) STRICT;
CREATE INDEX reports_of_session ON reports (session_id);
`;

/** `film_facts` and `measured_numbers` can be made again: they are in backups, and not in a client's export. */
const DRAWINGS_AND_SETTINGS = `
CREATE TABLE drawings (
  id TEXT PRIMARY KEY,
  clip_id TEXT NOT NULL REFERENCES clips (id) ON DELETE CASCADE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  sealed BLOB NOT NULL
) STRICT;
CREATE INDEX drawings_of_clip ON drawings (clip_id, created_at);

CREATE TABLE sealed_values (
  name TEXT PRIMARY KEY,
  sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE film_facts (
  video_sha256 TEXT PRIMARY KEY REFERENCES videos (sha256) ON DELETE CASCADE,
  sealed BLOB NOT NULL
) STRICT;

CREATE TABLE measured_numbers (
  clip_id TEXT PRIMARY KEY REFERENCES clips (id) ON DELETE CASCADE,
  made_from TEXT NOT NULL,
  sealed BLOB NOT NULL
) STRICT;
`;

/** The step from version n to n + 1 is at place n. */
export const MIGRATIONS: readonly string[] = [CLIENTS_TO_EDITS, RETURN_TO_RUNNING, DRAWINGS_AND_SETTINGS];

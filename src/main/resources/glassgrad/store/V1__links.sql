-- One dialect for SQLite and PostgreSQL. A link is never changed; deleting one empties it and keeps its id taken.
CREATE TABLE link (
  id          TEXT NOT NULL PRIMARY KEY,
  content     TEXT,
  engine      TEXT NOT NULL,
  numbers     TEXT,
  made        TEXT NOT NULL,
  delete_code TEXT NOT NULL,
  deleted     TEXT
);

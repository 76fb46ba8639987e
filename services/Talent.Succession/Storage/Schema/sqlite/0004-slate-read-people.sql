-- Role of the reader; empty: read before it was kept.
ALTER TABLE slate_reads ADD COLUMN role TEXT NOT NULL DEFAULT '';

CREATE TABLE slate_read_people (
  person_id TEXT NOT NULL,
  read_id TEXT NOT NULL,
  CONSTRAINT pk_slate_read_people PRIMARY KEY (person_id, read_id)
);

-- Role of the reader; empty: read before it was kept.
ALTER TABLE slate_reads ADD COLUMN role text NOT NULL DEFAULT '';

CREATE TABLE slate_read_people (
  person_id text NOT NULL,
  read_id text NOT NULL,
  CONSTRAINT pk_slate_read_people PRIMARY KEY (person_id, read_id)
);

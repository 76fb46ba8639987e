CREATE TABLE credentials (
  person_id TEXT NOT NULL,
  code TEXT NOT NULL,
  held INTEGER NOT NULL,
  recorded_on TEXT NOT NULL,
  source TEXT NOT NULL,
  CONSTRAINT pk_credentials PRIMARY KEY (person_id, code)
);

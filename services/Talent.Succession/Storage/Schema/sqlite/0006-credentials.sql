CREATE TABLE development_credentials (
  person_id TEXT NOT NULL,
  code TEXT NOT NULL,
  held INTEGER NOT NULL,
  CONSTRAINT pk_development_credentials PRIMARY KEY (person_id, code)
);

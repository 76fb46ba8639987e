CREATE TABLE development_intentions (
  person_id TEXT NOT NULL CONSTRAINT pk_development_intentions PRIMARY KEY,
  earliest TEXT NOT NULL,
  latest TEXT NOT NULL
);

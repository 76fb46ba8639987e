CREATE TABLE leaving_intentions (
  person_id TEXT NOT NULL CONSTRAINT pk_leaving_intentions PRIMARY KEY,
  earliest TEXT NOT NULL,
  latest TEXT NOT NULL,
  stated_on TEXT NOT NULL,
  published_as TEXT NULL
);

CREATE TABLE leaving_intentions (
  person_id text NOT NULL,
  earliest date NOT NULL,
  latest date NOT NULL,
  stated_on date NOT NULL,
  published_as text,
  CONSTRAINT pk_leaving_intentions PRIMARY KEY (person_id)
);

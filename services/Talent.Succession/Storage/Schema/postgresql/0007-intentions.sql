CREATE TABLE development_intentions (
  person_id text NOT NULL,
  earliest date NOT NULL,
  latest date NOT NULL,
  CONSTRAINT pk_development_intentions PRIMARY KEY (person_id)
);

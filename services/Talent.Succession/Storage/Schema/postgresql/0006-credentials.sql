CREATE TABLE development_credentials (
  person_id text NOT NULL,
  code text NOT NULL,
  held boolean NOT NULL,
  CONSTRAINT pk_development_credentials PRIMARY KEY (person_id, code)
);

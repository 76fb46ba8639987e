CREATE TABLE request_subjects (
  principal text NOT NULL,
  method text NOT NULL,
  request_id text NOT NULL,
  identifier text NOT NULL,
  subject_id text NOT NULL,
  CONSTRAINT pk_request_subjects PRIMARY KEY (principal, method, request_id, identifier, subject_id),
  CONSTRAINT fk_request_subjects_requests_principal_method_request_id FOREIGN KEY (principal, method, request_id)
    REFERENCES requests (principal, method, request_id) ON DELETE CASCADE
);
CREATE INDEX ix_request_subjects_subject_id ON request_subjects (subject_id);

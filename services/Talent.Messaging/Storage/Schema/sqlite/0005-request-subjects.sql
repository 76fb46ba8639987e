CREATE TABLE request_subjects (
  principal TEXT NOT NULL,
  method TEXT NOT NULL,
  request_id TEXT NOT NULL,
  identifier TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  CONSTRAINT pk_request_subjects PRIMARY KEY (principal, method, request_id, identifier, subject_id),
  CONSTRAINT fk_request_subjects_requests_principal_method_request_id FOREIGN KEY (principal, method, request_id)
    REFERENCES requests (principal, method, request_id) ON DELETE CASCADE
);
CREATE INDEX ix_request_subjects_subject_id ON request_subjects (subject_id);

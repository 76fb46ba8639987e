ALTER TABLE checkpoints ADD COLUMN event_id text NOT NULL DEFAULT '';

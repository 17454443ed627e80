CREATE TABLE `heartbeats` (
	`path` text PRIMARY KEY NOT NULL,
	`beat_at` integer NOT NULL,
	`worker_version` text NOT NULL
);

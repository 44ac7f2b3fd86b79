-- Runs on MariaDB and on H2 in MariaDB mode alike. What they spell differently comes from placeholders
-- (see MigrationConfig): ${text255} a text for people, compared without regard to case; ${exact255} a text compared
-- by exact code points; ${document} a text without a practical limit; ${binary} bytes without one; ${table} the
-- table options. Times are UTC. Ids come from sequences in blocks, so that a chunk of an import costs one call.

CREATE SEQUENCE account_seq START WITH 1 INCREMENT BY 50 ${no_cache};
CREATE SEQUENCE api_token_seq START WITH 1 INCREMENT BY 50 ${no_cache};
CREATE SEQUENCE member_seq START WITH 1 INCREMENT BY 5000 ${no_cache};
CREATE SEQUENCE member_change_seq START WITH 1 INCREMENT BY 5000 ${no_cache};
CREATE SEQUENCE member_task_seq START WITH 1 INCREMENT BY 1 ${no_cache};
CREATE SEQUENCE profile_field_seq START WITH 101 INCREMENT BY 50 ${no_cache};
CREATE SEQUENCE member_group_seq START WITH 1 INCREMENT BY 50 ${no_cache};
CREATE SEQUENCE import_run_seq START WITH 1 INCREMENT BY 1 ${no_cache};
CREATE SEQUENCE import_file_seq START WITH 1 INCREMENT BY 1 ${no_cache};
CREATE SEQUENCE invitation_seq START WITH 1 INCREMENT BY 5000 ${no_cache};
CREATE SEQUENCE mail_seq START WITH 1 INCREMENT BY 1000 ${no_cache};

-- One row per fact about the hub as a whole, such as its company.
CREATE TABLE setting (
    name VARCHAR(100) NOT NULL,
    content ${document} NOT NULL,
    PRIMARY KEY (name)
) ${table};

-- Whoever can log in. An administrator need not be a member.
CREATE TABLE account (
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    name ${text255} NOT NULL,
    email ${exact255} NOT NULL,
    email_key ${exact255} NOT NULL,
    password_hash VARCHAR(255) NOT NULL,
    role VARCHAR(20) NOT NULL,
    color_scheme VARCHAR(10) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    last_login_at DATETIME(6),
    disabled_at DATETIME(6),
    PRIMARY KEY (id),
    CONSTRAINT account_email_unique UNIQUE (email_key)
) ${table};

-- A password reset asked for by mail; only the keyed hash of its token is kept. It works while neither used nor revoked.
CREATE TABLE password_reset (
    token_hash VARCHAR(64) NOT NULL,
    -- Whose it is: an account's, or else that of a member, who logs in without one.
    account_id BIGINT,
    member_id BIGINT,
    created_at DATETIME(6) NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    used_at DATETIME(6),
    revoked_at DATETIME(6),
    PRIMARY KEY (token_hash),
    CONSTRAINT password_reset_account FOREIGN KEY (account_id) REFERENCES account (id)
) ${table};
CREATE INDEX password_reset_member ON password_reset (member_id);

-- A token for the REST API; only its keyed hash is kept. It acts as its account, with at most this role.
CREATE TABLE api_token (
    id BIGINT NOT NULL,
    name ${text255} NOT NULL,
    token_hash VARCHAR(64) NOT NULL,
    role VARCHAR(20) NOT NULL,
    account_id BIGINT NOT NULL,
    created_at DATETIME(6) NOT NULL,
    expires_at DATETIME(6),
    last_used_at DATETIME(6),
    revoked_at DATETIME(6),
    PRIMARY KEY (id),
    CONSTRAINT api_token_hash_unique UNIQUE (token_hash),
    CONSTRAINT api_token_account FOREIGN KEY (account_id) REFERENCES account (id)
) ${table};

-- A request of the REST API that came with a key of its own, and its answer: repeated, it is answered, not done again.
CREATE TABLE api_request (
    account_id BIGINT NOT NULL,
    request_key ${exact255} NOT NULL,
    -- Of its body: a request with the same key and another body is refused.
    fingerprint VARCHAR(64) NOT NULL,
    status INT NOT NULL,
    location VARCHAR(255) NOT NULL,
    answer ${document} NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (account_id, request_key),
    CONSTRAINT api_request_account FOREIGN KEY (account_id) REFERENCES account (id)
) ${table};

CREATE TABLE audit_entry (
    id BIGINT NOT NULL AUTO_INCREMENT,
    happened_at DATETIME(6) NOT NULL,
    account_id BIGINT,
    actor ${text255} NOT NULL,
    action VARCHAR(60) NOT NULL,
    object_type VARCHAR(40) NOT NULL,
    object_id VARCHAR(60),
    detail ${document},
    PRIMARY KEY (id)
) ${table};
CREATE INDEX audit_entry_time ON audit_entry (happened_at, id);
CREATE INDEX audit_entry_account ON audit_entry (account_id, happened_at, id);
CREATE INDEX audit_entry_action ON audit_entry (action, happened_at, id);

CREATE TABLE profile_field (
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    name ${text255} NOT NULL,
    name_key ${exact255} NOT NULL,
    type VARCHAR(20) NOT NULL,
    position INT NOT NULL,
    shown_to_member BOOLEAN NOT NULL,
    adds_unknown_choices BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT profile_field_name_unique UNIQUE (name_key)
) ${table};

CREATE TABLE profile_field_choice (
    field_id BIGINT NOT NULL,
    position INT NOT NULL,
    choice ${exact255} NOT NULL,
    PRIMARY KEY (field_id, position),
    CONSTRAINT profile_field_choice_field FOREIGN KEY (field_id) REFERENCES profile_field (id)
) ${table};

INSERT INTO profile_field (id, version, name, name_key, type, position, shown_to_member, adds_unknown_choices) VALUES
    (1, 0, 'Position', 'position', 'TEXT', 1, FALSE, FALSE),
    (2, 0, 'Industry', 'industry', 'TEXT', 2, FALSE, FALSE),
    (3, 0, 'Product', 'product', 'MULTI_SELECT', 3, FALSE, TRUE);

CREATE TABLE import_file (
    id BIGINT NOT NULL,
    file_name ${text255} NOT NULL,
    bytes BIGINT NOT NULL,
    sha256 VARCHAR(64),
    pieces INT NOT NULL,
    -- How it is written, and its rows that are not blank; null until it was looked through and found sound.
    file_format VARCHAR(40),
    inspected_rows BIGINT,
    uploaded_at DATETIME(6) NOT NULL,
    uploaded_by BIGINT NOT NULL,
    -- When somebody decided against it: it goes as soon as what its checks left behind has gone.
    discarded_at DATETIME(6),
    PRIMARY KEY (id),
    CONSTRAINT import_file_uploader FOREIGN KEY (uploaded_by) REFERENCES account (id)
) ${table};

CREATE INDEX import_file_content ON import_file (sha256);

CREATE TABLE import_file_piece (
    file_id BIGINT NOT NULL,
    piece INT NOT NULL,
    content ${binary} NOT NULL,
    PRIMARY KEY (file_id, piece),
    CONSTRAINT import_file_piece_file FOREIGN KEY (file_id) REFERENCES import_file (id)
) ${table};

CREATE TABLE import_run (
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    file_id BIGINT NOT NULL,
    file_name ${text255} NOT NULL,
    bytes BIGINT NOT NULL,
    -- How the file is read, however often it is taken up; null until its first start where nobody looked before.
    file_format VARCHAR(40),
    state VARCHAR(20) NOT NULL,
    member_kind VARCHAR(20) NOT NULL,
    invite BOOLEAN NOT NULL,
    settings ${document} NOT NULL,
    started_by BIGINT NOT NULL,
    created_at DATETIME(6) NOT NULL,
    started_at DATETIME(6),
    -- When it was taken up from a run that had ended without a word; null again after the next chunk.
    taken_over_at DATETIME(6),
    -- How often in a row it was taken up and its process died without a word or a chunk: perhaps of a row.
    silent_ends INT NOT NULL DEFAULT 0,
    -- Whether somebody has it, or had it and ended without a word.
    in_hand BOOLEAN NOT NULL DEFAULT FALSE,
    -- How often it was taken up from somebody who had ended without a word.
    take_overs INT NOT NULL DEFAULT 0,
    -- How often in a row it stopped on something unexpected, and could say so, without a chunk.
    failures INT NOT NULL DEFAULT 0,
    finished_at DATETIME(6),
    cancel_requested_at DATETIME(6),
    fence BIGINT NOT NULL,
    -- IMPORT, or CHECK: the same over the same file, but nothing of it reaches a member. UNDO takes an import back,
    -- chunk by chunk as it was written, and PREVIEW goes through it likewise, but changes nothing: see import_undo.
    purpose VARCHAR(10) NOT NULL,
    -- The check that the admin looked at before; null where there was none.
    check_id BIGINT,
    -- The run that takes this import back or has; null where none does. Whoever sets it has the only one.
    undo_run_id BIGINT,
    -- The import whose rejected rows these are, put right; null where the file was uploaded.
    corrects_id BIGINT,
    -- Counters move only in the transaction that writes the chunk they count.
    total_rows BIGINT,
    processed BIGINT NOT NULL,
    created BIGINT NOT NULL,
    updated BIGINT NOT NULL,
    unchanged BIGINT NOT NULL,
    rejected BIGINT NOT NULL,
    warnings BIGINT NOT NULL,
    already_taken BIGINT NOT NULL,
    invitations_queued BIGINT NOT NULL,
    bytes_read BIGINT NOT NULL,
    last_chunk INT NOT NULL,
    last_line BIGINT NOT NULL,
    last_progress_at DATETIME(6),
    -- Time spent on the rows counted above, over all the times it was taken up: what a speed is made of.
    working_millis BIGINT NOT NULL,
    failure VARCHAR(4000),
    failure_detail VARCHAR(4000),
    summary_mail_id BIGINT,
    PRIMARY KEY (id),
    CONSTRAINT import_run_file FOREIGN KEY (file_id) REFERENCES import_file (id),
    CONSTRAINT import_run_starter FOREIGN KEY (started_by) REFERENCES account (id)
) ${table};
CREATE INDEX import_run_state ON import_run (state);

-- The checkpoint: an import goes on after the last one. outcomes holds a compact entry per row (see ChunkOutcomes).
CREATE TABLE import_chunk (
    import_id BIGINT NOT NULL,
    chunk INT NOT NULL,
    first_line BIGINT NOT NULL,
    last_line BIGINT NOT NULL,
    row_count INT NOT NULL,
    created INT NOT NULL,
    updated INT NOT NULL,
    unchanged INT NOT NULL,
    rejected INT NOT NULL,
    outcomes ${binary} NOT NULL,
    -- How many of the rows have each message, by its key, as JSON: so nobody has to count them.
    messages ${document} NOT NULL,
    -- How many rows of import_issue it has: a row can have a message twice.
    issues INT NOT NULL,
    -- Of a check: four bytes a row, to tell later whether the import did the same.
    fingerprints ${binary},
    -- Of a check: whom its rows would create, for people to look through.
    newcomers ${binary},
    PRIMARY KEY (import_id, chunk),
    CONSTRAINT import_chunk_run FOREIGN KEY (import_id) REFERENCES import_run (id)
) ${table};

-- No foreign key from here and the table below to the run: it would hold the run's row against the chunk before, which is
-- written at the same time. A chunk whose run is gone, or in other hands, is not committed.
CREATE TABLE import_issue (
    import_id BIGINT NOT NULL,
    line BIGINT NOT NULL,
    seq INT NOT NULL,
    severity VARCHAR(10) NOT NULL,
    -- The message's key in the catalogue, and what fills its gaps, so that it reads in the reader's language.
    message_key VARCHAR(100) NOT NULL,
    message_arguments VARCHAR(1000),
    column_name ${exact255},
    cell VARCHAR(1000),
    PRIMARY KEY (import_id, line, seq)
) ${table};

-- The cells of rejected rows as the file had them, for the rows grid and the errors file.
CREATE TABLE import_rejected_row (
    import_id BIGINT NOT NULL,
    line BIGINT NOT NULL,
    cells ${document} NOT NULL,
    PRIMARY KEY (import_id, line)
) ${table};

-- Rejected rows as an admin put them right. They wait here until they are imported, which is an import of its own.
CREATE TABLE import_correction (
    import_id BIGINT NOT NULL,
    line BIGINT NOT NULL,
    cells ${document} NOT NULL,
    -- Whether it could be imported when it was looked at last.
    ready BOOLEAN NOT NULL,
    imported_in BIGINT,
    corrected_by BIGINT NOT NULL,
    corrected_at DATETIME(6) NOT NULL,
    PRIMARY KEY (import_id, line),
    CONSTRAINT import_correction_row FOREIGN KEY (import_id, line) REFERENCES import_rejected_row (import_id, line),
    CONSTRAINT import_correction_run FOREIGN KEY (imported_in) REFERENCES import_run (id)
) ${table};

-- Whoever a check would create or change and several rows may be about, as the rows checked so far leave them: a later
-- row has to see it. No foreign key from here and the table below to the run, as of import_issue.
CREATE TABLE import_checked_member (
    import_id BIGINT NOT NULL,
    email_key ${exact255} NOT NULL,
    -- 0 for somebody who is not in the hub yet.
    member_id BIGINT NOT NULL,
    first_line BIGINT NOT NULL,
    email ${exact255} NOT NULL,
    state ${document} NOT NULL,
    invited BOOLEAN NOT NULL,
    -- By the address first: H2 looks up a list of addresses only where they lead the index.
    PRIMARY KEY (email_key, import_id)
) ${table};

-- What a row would change about a member; changes as in member_change.
CREATE TABLE import_checked_change (
    import_id BIGINT NOT NULL,
    line BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    email ${exact255} NOT NULL,
    name ${text255} NOT NULL,
    changes ${document} NOT NULL,
    PRIMARY KEY (import_id, line)
) ${table};

-- What a run took back of an import so far, or, of a preview, what it would. Moves with its counters in import_run.
CREATE TABLE import_undo (
    run_id BIGINT NOT NULL,
    import_id BIGINT NOT NULL,
    members BIGINT NOT NULL,
    restored BIGINT NOT NULL,
    memberships BIGINT NOT NULL,
    invitations BIGINT NOT NULL,
    kept BIGINT NOT NULL,
    PRIMARY KEY (run_id),
    CONSTRAINT import_undo_run FOREIGN KEY (run_id) REFERENCES import_run (id),
    CONSTRAINT import_undo_import FOREIGN KEY (import_id) REFERENCES import_run (id)
) ${table};

-- A chunk of the import that was taken back, and how much of it was left as it was for each reason, as JSON.
CREATE TABLE import_undo_chunk (
    run_id BIGINT NOT NULL,
    chunk INT NOT NULL,
    kept ${document} NOT NULL,
    PRIMARY KEY (run_id, chunk),
    CONSTRAINT import_undo_chunk_run FOREIGN KEY (run_id) REFERENCES import_undo (run_id)
) ${table};

-- What could not be taken back, and why. subject is MEMBER, INVITATION, or a field as in member_change.
CREATE TABLE import_undo_kept (
    run_id BIGINT NOT NULL,
    -- Where the import met the member first.
    line BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    subject VARCHAR(40) NOT NULL,
    reason VARCHAR(20) NOT NULL,
    -- The values before the import, after it, and now, as JSON; null where it is about no field.
    detail ${document},
    -- Of a member that is gone; null where it is there and says so itself.
    name ${text255},
    email ${exact255},
    PRIMARY KEY (run_id, line, member_id, subject),
    CONSTRAINT import_undo_kept_run FOREIGN KEY (run_id) REFERENCES import_undo (run_id)
) ${table};

-- One row per person. The values of the custom profile fields are one document {"<field id>":["value", ...]}:
-- a contact with ten values costs one row, not eleven.
CREATE TABLE member (
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    name ${text255} NOT NULL,
    email ${exact255} NOT NULL,
    email_key ${exact255} NOT NULL,
    title ${text255},
    company ${text255},
    salesforce_id ${exact255},
    external_contact_id ${exact255},
    external_account_id ${exact255},
    field_values ${document} NOT NULL,
    kind VARCHAR(20) NOT NULL,
    source VARCHAR(30) NOT NULL,
    import_id BIGINT,
    created_at DATETIME(6) NOT NULL,
    first_invited_at DATETIME(6),
    last_invited_at DATETIME(6),
    joined_at DATETIME(6),
    archived_at DATETIME(6),
    locked_at DATETIME(6),
    opted_out_at DATETIME(6),
    -- Where the lists of members look for it: 1 joined, 2 not joined, 3 nominee (as MemberStatus.of); negative while
    -- archived or locked, which no list shows unless asked. The database keeps it, so that it cannot disagree with the
    -- facts.
    segment TINYINT GENERATED ALWAYS AS (CASE
        WHEN archived_at IS NULL AND locked_at IS NULL
            THEN CASE WHEN joined_at IS NOT NULL THEN 1 WHEN kind = 'NOMINEE' THEN 3 ELSE 2 END
        ELSE CASE WHEN joined_at IS NOT NULL THEN -1 WHEN kind = 'NOMINEE' THEN -3 ELSE -2 END END) ${stored},
    -- What the last column of a segment's list shows: when joined, when last invited, or for a nominee when added.
    listed_at DATETIME(6) GENERATED ALWAYS AS (CASE
        WHEN joined_at IS NOT NULL THEN joined_at
        WHEN kind = 'NOMINEE' THEN created_at
        ELSE last_invited_at END) ${stored},
    PRIMARY KEY (id),
    CONSTRAINT member_email_unique UNIQUE (email_key)
) ${table};
-- Every one of these costs each imported row: see src/docs/decisions/013-indexes-of-members.md before adding another.
CREATE INDEX member_segment_listed ON member (segment, listed_at, id);
CREATE INDEX member_source_created ON member (source, created_at, id);
-- With when they were invited last, so that the Invite List finds the never invited in this order by the index alone.
CREATE INDEX member_segment_created ON member (segment, created_at, id, last_invited_at);

CREATE TABLE member_group (
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    name ${text255} NOT NULL,
    name_key ${exact255} NOT NULL,
    join_code VARCHAR(100),
    join_code_key VARCHAR(100),
    joined_by_default BOOLEAN NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT member_group_name_unique UNIQUE (name_key),
    CONSTRAINT member_group_join_code_unique UNIQUE (join_code_key)
) ${table};

-- Pending while effective_at is null: it becomes effective when the member joins.
CREATE TABLE membership (
    member_id BIGINT NOT NULL,
    group_id BIGINT NOT NULL,
    added_at DATETIME(6) NOT NULL,
    effective_at DATETIME(6),
    import_id BIGINT,
    PRIMARY KEY (member_id, group_id),
    CONSTRAINT membership_member FOREIGN KEY (member_id) REFERENCES member (id),
    CONSTRAINT membership_group FOREIGN KEY (group_id) REFERENCES member_group (id)
) ${table};

-- One change to many members: what is to be done, and below to whom it is yet to be done. Batch by batch the members
-- leave the list, in the transaction that changes them.
CREATE TABLE member_task (
    id BIGINT NOT NULL,
    change_kind VARCHAR(30) NOT NULL,
    account_id BIGINT NOT NULL,
    created_at DATETIME(6) NOT NULL,
    total BIGINT NOT NULL,
    done BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    finished_at DATETIME(6),
    PRIMARY KEY (id)
) ${table};

-- The groups that it is about.
CREATE TABLE member_task_group (
    task_id BIGINT NOT NULL,
    group_id BIGINT NOT NULL,
    PRIMARY KEY (task_id, group_id),
    CONSTRAINT member_task_group_task FOREIGN KEY (task_id) REFERENCES member_task (id)
) ${table};

CREATE TABLE member_task_member (
    task_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    PRIMARY KEY (task_id, member_id),
    CONSTRAINT member_task_member_task FOREIGN KEY (task_id) REFERENCES member_task (id)
) ${table};

-- Before and after of one change to one member, by a person or by a row of an import; changes is a JSON list.
CREATE TABLE member_change (
    id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    account_id BIGINT,
    import_id BIGINT,
    import_line BIGINT,
    changes ${document} NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT member_change_member FOREIGN KEY (member_id) REFERENCES member (id)
) ${table};

-- A keyed hash of the address of someone who asked to be deleted, so that no later import brings them back.
-- The member's number says nothing about a person; with it an old link can say that the person was deleted.
CREATE TABLE tombstone (
    address_hash VARCHAR(64) NOT NULL,
    member_id BIGINT NOT NULL,
    deleted_at DATETIME(6) NOT NULL,
    PRIMARY KEY (address_hash)
) ${table};
CREATE INDEX tombstone_member ON tombstone (member_id);

-- How a member that has joined logs in, apart from what the hub knows about people.
CREATE TABLE member_login (
    member_id BIGINT NOT NULL,
    password_hash VARCHAR(255) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    last_login_at DATETIME(6),
    PRIMARY KEY (member_id),
    CONSTRAINT member_login_member FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ${table};

-- Goes up with every change that open pages should show, so that each node can ask for one small number.
CREATE TABLE pulse (
    topic VARCHAR(40) NOT NULL,
    beat BIGINT NOT NULL,
    PRIMARY KEY (topic)
) ${table};
INSERT INTO pulse (topic, beat) VALUES ('members', 0), ('touches', 0);

-- Which members a transaction touched, in the order of the commits: for the index that each node keeps of them.
CREATE TABLE member_touch (
    number BIGINT NOT NULL,
    members ${binary} NOT NULL,
    PRIMARY KEY (number)
) ${table};

-- One personal offer to join. The row is the promise that a letter goes out; its link is made of its number and the
-- hub's secret, so nothing here opens anything.
CREATE TABLE invitation (
    id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    import_id BIGINT,
    invited_by BIGINT,
    purpose VARCHAR(20) NOT NULL,
    state VARCHAR(20) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    expires_at DATETIME(6),
    ended_at DATETIME(6),
    -- When its link was asked for first, by a person or by whatever looks through their mail.
    opened_at DATETIME(6),
    mail_id BIGINT,
    -- Whether it made an advocate of a nominee, who is one again where it is taken back.
    from_nominee BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (id),
    CONSTRAINT invitation_member FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ${table};
CREATE INDEX invitation_of_member ON invitation (member_id, id);
CREATE INDEX invitation_state ON invitation (state, id);

-- The groups whose public URLs were used; joining by the invitation joins them too, those that are still there.
CREATE TABLE invitation_group (
    invitation_id BIGINT NOT NULL,
    group_id BIGINT NOT NULL,
    PRIMARY KEY (invitation_id, group_id),
    CONSTRAINT invitation_group_invitation FOREIGN KEY (invitation_id) REFERENCES invitation (id) ON DELETE CASCADE
) ${table};

-- After how long people who have not joined are reminded of their invitation: a row for each step that is switched on.
-- Whoever reached the step by reminded_until was dealt with.
CREATE TABLE reminder_step (
    step VARCHAR(20) NOT NULL,
    reminded_until DATETIME(6) NOT NULL,
    PRIMARY KEY (step)
) ${table};

-- A reminder that was decided on. invited_at is the invitation that it counts from: each step once for each.
CREATE TABLE reminder (
    member_id BIGINT NOT NULL,
    invited_at DATETIME(6) NOT NULL,
    step VARCHAR(20) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (member_id, invited_at, step),
    CONSTRAINT reminder_member FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ${table};

CREATE TABLE mail (
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    message_id VARCHAR(255) NOT NULL,
    purpose VARCHAR(30) NOT NULL,
    from_name ${text255},
    from_address ${exact255},
    reply_to ${exact255},
    to_name ${text255},
    to_address ${exact255} NOT NULL,
    subject VARCHAR(1000) NOT NULL,
    text_body ${document} NOT NULL,
    html_body ${document} NOT NULL,
    state VARCHAR(20) NOT NULL,
    tries INT NOT NULL,
    created_at DATETIME(6) NOT NULL,
    -- The delays grow, and end after five days, from here on: a person who has it tried again sets both anew.
    queued_at DATETIME(6),
    tries_before INT NOT NULL,
    next_try_at DATETIME(6),
    claimed_until DATETIME(6),
    sent_at DATETIME(6),
    server_reply VARCHAR(4000),
    -- Whom a letter to a member is for, and what it invites to. Its links are filled in when it is sent or read.
    member_id BIGINT,
    invitation_id BIGINT,
    PRIMARY KEY (id),
    CONSTRAINT mail_message_id_unique UNIQUE (message_id)
) ${table};
CREATE INDEX mail_due ON mail (state, next_try_at);
CREATE INDEX mail_of_member ON mail (member_id, id);

-- Each time a letter was handed to the mail server, the state that this left it in, and the server's words.
CREATE TABLE mail_try (
    mail_id BIGINT NOT NULL,
    seq INT NOT NULL,
    tried_at DATETIME(6) NOT NULL,
    state VARCHAR(20) NOT NULL,
    server_reply VARCHAR(4000),
    PRIMARY KEY (mail_id, seq),
    CONSTRAINT mail_try_mail FOREIGN KEY (mail_id) REFERENCES mail (id)
) ${table};

CREATE INDEX mail_try_time ON mail_try (tried_at);

CREATE TABLE mail_attachment (
    mail_id BIGINT NOT NULL,
    seq INT NOT NULL,
    file_name VARCHAR(500) NOT NULL,
    content_type VARCHAR(100) NOT NULL,
    content ${binary} NOT NULL,
    PRIMARY KEY (mail_id, seq),
    CONSTRAINT mail_attachment_mail FOREIGN KEY (mail_id) REFERENCES mail (id)
) ${table};

-- db-scheduler's own table, as its version 16 expects it.
CREATE TABLE scheduled_tasks (
    task_name VARCHAR(100) NOT NULL,
    task_instance VARCHAR(100) NOT NULL,
    task_data ${binary},
    execution_time ${db_scheduler_time} NOT NULL,
    picked BOOLEAN NOT NULL,
    picked_by VARCHAR(50),
    last_success ${db_scheduler_time},
    last_failure ${db_scheduler_time},
    consecutive_failures INT,
    last_heartbeat ${db_scheduler_time},
    version BIGINT NOT NULL,
    priority SMALLINT,
    PRIMARY KEY (task_name, task_instance)
) ${table};
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);

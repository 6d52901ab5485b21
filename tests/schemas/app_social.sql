-- A federated microblogging server: snowflake-like ids, ActivityPub uris, moderation.

CREATE FUNCTION timestamp_id(table_name text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  time_part bigint;
  sequence_base bigint;
  tail bigint;
BEGIN
  -- 48 bits of milliseconds, 16 bits of tail
  time_part := ((date_part('epoch', now()) * 1000))::bigint << 16;
  sequence_base := ('x' || substr(md5(table_name || 'f3c1ab07' || time_part::text), 1, 4))::bit(16)::bigint;
  tail := ((sequence_base + nextval(table_name || '_id_seq')) & 65535);
  RETURN time_part | tail;
END $$;

CREATE SEQUENCE accounts_id_seq;
CREATE SEQUENCE statuses_id_seq;
CREATE SEQUENCE media_attachments_id_seq;
CREATE SEQUENCE encrypted_messages_id_seq;

CREATE TABLE accounts (
    id bigint NOT NULL DEFAULT timestamp_id('accounts') PRIMARY KEY,
    username varchar NOT NULL DEFAULT '',
    domain varchar,
    private_key text,
    public_key text NOT NULL DEFAULT '',
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    note text NOT NULL DEFAULT '',
    display_name varchar NOT NULL DEFAULT '',
    uri varchar NOT NULL DEFAULT '',
    url varchar,
    avatar_file_name varchar,
    avatar_content_type varchar,
    avatar_file_size integer,
    avatar_updated_at timestamp,
    header_file_name varchar,
    header_content_type varchar,
    header_file_size integer,
    locked boolean NOT NULL DEFAULT false,
    inbox_url varchar NOT NULL DEFAULT '',
    outbox_url varchar NOT NULL DEFAULT '',
    shared_inbox_url varchar NOT NULL DEFAULT '',
    followers_url varchar NOT NULL DEFAULT '',
    protocol integer NOT NULL DEFAULT 0,
    memorial boolean NOT NULL DEFAULT false,
    moved_to_account_id bigint REFERENCES accounts (id) ON DELETE SET NULL,
    featured_collection_url varchar,
    fields jsonb,
    actor_type varchar,
    discoverable boolean,
    also_known_as varchar[],
    silenced_at timestamp,
    suspended_at timestamp,
    suspension_origin integer,
    sensitized_at timestamp,
    trendable boolean,
    reviewed_at timestamp,
    requested_review_at timestamp,
    indexable boolean NOT NULL DEFAULT false,
    CONSTRAINT accounts_actor_type CHECK (actor_type IN ('Person', 'Service', 'Application', 'Group', 'Organization')),
    CONSTRAINT accounts_remote_uri CHECK (domain IS NULL OR uri <> ''),
    CONSTRAINT accounts_local_username CHECK (domain IS NOT NULL OR (username ~ '\A[a-z0-9_]+\Z' AND char_length(username) <= 30) OR id = -99),
    CONSTRAINT accounts_fields_array CHECK (jsonb_typeof(fields) = 'array' AND jsonb_array_length(fields) <= 16),
    CONSTRAINT accounts_suspension CHECK ((suspended_at IS NULL) = (suspension_origin IS NULL)),
    CONSTRAINT accounts_not_moved_to_self CHECK (moved_to_account_id <> id),
    CONSTRAINT accounts_avatar CHECK ((avatar_file_name IS NULL) = (avatar_content_type IS NULL) AND avatar_file_size <= 2097152)
);
ALTER SEQUENCE accounts_id_seq OWNED BY accounts.id;
CREATE UNIQUE INDEX index_accounts_on_username_and_domain_lower ON accounts (lower(username::text), COALESCE(lower(domain::text), ''));
CREATE INDEX search_index ON accounts USING gin ((setweight(to_tsvector('simple'::regconfig, display_name), 'A') || setweight(to_tsvector('simple'::regconfig, username), 'B') || setweight(to_tsvector('simple'::regconfig, COALESCE(domain, '')), 'C')));
CREATE INDEX index_accounts_on_uri ON accounts (uri);
CREATE INDEX index_accounts_on_url ON accounts (url text_pattern_ops) WHERE url IS NOT NULL;

CREATE TABLE account_stats (
    id bigserial PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    statuses_count bigint NOT NULL DEFAULT 0 CHECK (statuses_count >= 0),
    following_count bigint NOT NULL DEFAULT 0 CHECK (following_count >= 0),
    followers_count bigint NOT NULL DEFAULT 0 CHECK (followers_count >= 0),
    last_status_at timestamp,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL
);
CREATE UNIQUE INDEX index_account_stats_on_account_id ON account_stats (account_id);
CREATE INDEX index_account_stats_on_last_status_at_and_account_id ON account_stats (last_status_at DESC NULLS LAST, account_id);

CREATE TABLE user_roles (
    id bigserial PRIMARY KEY,
    name varchar NOT NULL DEFAULT '',
    color varchar NOT NULL DEFAULT '' CHECK (color = '' OR color ~ '^#?(?:[A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})$'),
    position integer NOT NULL DEFAULT 0,
    permissions bigint NOT NULL DEFAULT 0,
    highlighted boolean NOT NULL DEFAULT false,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    CHECK (permissions >= 0)
);

CREATE TABLE oauth_applications (
    id bigserial PRIMARY KEY,
    name varchar NOT NULL,
    uid varchar NOT NULL,
    secret varchar NOT NULL,
    redirect_uri text NOT NULL,
    scopes varchar NOT NULL DEFAULT '',
    created_at timestamp,
    updated_at timestamp,
    superapp boolean NOT NULL DEFAULT false,
    website varchar,
    owner_type varchar,
    owner_id bigint,
    confidential boolean NOT NULL DEFAULT true,
    CHECK ((owner_type IS NULL) = (owner_id IS NULL))
);
CREATE UNIQUE INDEX index_oauth_applications_on_uid ON oauth_applications (uid);

CREATE TABLE users (
    id bigserial PRIMARY KEY,
    email varchar NOT NULL DEFAULT '',
    account_id bigint NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    encrypted_password varchar NOT NULL DEFAULT '',
    reset_password_token varchar,
    reset_password_sent_at timestamp,
    sign_in_count integer NOT NULL DEFAULT 0,
    current_sign_in_at timestamp,
    last_sign_in_at timestamp,
    confirmation_token varchar,
    confirmed_at timestamp,
    confirmation_sent_at timestamp,
    unconfirmed_email varchar,
    locale varchar,
    otp_required_for_login boolean NOT NULL DEFAULT false,
    otp_secret varchar,
    consumed_timestep integer,
    otp_backup_codes varchar[],
    chosen_languages varchar[],
    created_by_application_id bigint REFERENCES oauth_applications (id) ON DELETE SET NULL,
    approved boolean NOT NULL DEFAULT true,
    disabled boolean NOT NULL DEFAULT false,
    invite_id bigint,
    sign_up_ip inet,
    role_id bigint REFERENCES user_roles (id) ON DELETE SET NULL,
    settings text,
    time_zone varchar,
    CONSTRAINT users_otp CHECK (NOT otp_required_for_login OR otp_secret IS NOT NULL),
    CONSTRAINT users_reset CHECK ((reset_password_token IS NULL) OR (reset_password_sent_at IS NOT NULL)),
    CONSTRAINT users_settings_json CHECK (settings IS NULL OR settings::json IS NOT NULL),
    CONSTRAINT users_backup_codes CHECK (cardinality(otp_backup_codes) <= 10)
);
CREATE UNIQUE INDEX index_users_on_email ON users (email);
CREATE UNIQUE INDEX index_users_on_account_id ON users (account_id);
CREATE UNIQUE INDEX index_users_on_confirmation_token ON users (confirmation_token);
CREATE UNIQUE INDEX index_users_on_reset_password_token ON users (reset_password_token text_pattern_ops) WHERE reset_password_token IS NOT NULL;
CREATE INDEX index_users_on_role_id ON users (role_id) WHERE role_id IS NOT NULL;

CREATE TABLE invites (
    id bigserial PRIMARY KEY,
    user_id bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    code varchar NOT NULL,
    expires_at timestamp,
    max_uses integer,
    uses integer NOT NULL DEFAULT 0,
    autofollow boolean NOT NULL DEFAULT false,
    comment text CHECK (char_length(comment) <= 420),
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    CHECK (uses >= 0 AND (max_uses IS NULL OR uses <= max_uses)),
    CHECK (expires_at > created_at)
);
CREATE UNIQUE INDEX index_invites_on_code ON invites (code);
ALTER TABLE users ADD CONSTRAINT fk_users_invite FOREIGN KEY (invite_id) REFERENCES invites (id) ON DELETE SET NULL NOT VALID;

CREATE TABLE oauth_access_tokens (
    id bigserial PRIMARY KEY,
    token varchar NOT NULL,
    refresh_token varchar,
    expires_in integer,
    revoked_at timestamp,
    created_at timestamp NOT NULL,
    scopes varchar,
    application_id bigint REFERENCES oauth_applications (id) ON DELETE CASCADE,
    resource_owner_id bigint REFERENCES users (id) ON DELETE CASCADE,
    last_used_at timestamp,
    last_used_ip inet,
    CHECK (expires_in > 0),
    CHECK (revoked_at >= created_at)
);
CREATE UNIQUE INDEX index_oauth_access_tokens_on_token ON oauth_access_tokens (token);
CREATE UNIQUE INDEX index_oauth_access_tokens_on_refresh_token ON oauth_access_tokens (refresh_token text_pattern_ops) WHERE refresh_token IS NOT NULL;

CREATE TABLE conversations (
    id bigserial PRIMARY KEY,
    uri varchar,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL
);
CREATE UNIQUE INDEX index_conversations_on_uri ON conversations (uri text_pattern_ops) WHERE uri IS NOT NULL;

CREATE TABLE statuses (
    id bigint NOT NULL DEFAULT timestamp_id('statuses') PRIMARY KEY,
    uri varchar,
    text text NOT NULL DEFAULT '',
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    in_reply_to_id bigint REFERENCES statuses (id) ON DELETE SET NULL,
    reblog_of_id bigint REFERENCES statuses (id) ON DELETE CASCADE,
    url varchar,
    sensitive boolean NOT NULL DEFAULT false,
    visibility integer NOT NULL DEFAULT 0,
    spoiler_text text NOT NULL DEFAULT '',
    reply boolean NOT NULL DEFAULT false,
    language varchar,
    conversation_id bigint REFERENCES conversations (id) ON DELETE SET NULL,
    local boolean,
    account_id bigint NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    application_id bigint REFERENCES oauth_applications (id) ON DELETE SET NULL,
    in_reply_to_account_id bigint REFERENCES accounts (id) ON DELETE SET NULL,
    poll_id bigint,
    deleted_at timestamp,
    edited_at timestamp,
    trendable boolean,
    ordered_media_attachment_ids bigint[],
    CONSTRAINT statuses_visibility CHECK (visibility BETWEEN 0 AND 4),
    CONSTRAINT statuses_reblog_has_no_text CHECK (reblog_of_id IS NULL OR (text = '' AND in_reply_to_id IS NULL AND poll_id IS NULL)),
    CONSTRAINT statuses_not_self CHECK (in_reply_to_id <> id AND reblog_of_id <> id),
    CONSTRAINT statuses_reply_flag CHECK (in_reply_to_id IS NULL OR reply),
    CONSTRAINT statuses_media_max CHECK (cardinality(ordered_media_attachment_ids) <= 16),
    CONSTRAINT statuses_edited CHECK (edited_at >= created_at)
);
ALTER SEQUENCE statuses_id_seq OWNED BY statuses.id;
CREATE UNIQUE INDEX index_statuses_on_uri ON statuses (uri text_pattern_ops) WHERE uri IS NOT NULL;
CREATE UNIQUE INDEX index_statuses_on_account_reblog ON statuses (account_id, reblog_of_id) WHERE reblog_of_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX index_statuses_20190820 ON statuses (account_id, id DESC, visibility, updated_at) WHERE deleted_at IS NULL;
CREATE INDEX index_statuses_local_20190824 ON statuses (id DESC, account_id) WHERE (local OR uri IS NULL) AND deleted_at IS NULL AND visibility = 0 AND reblog_of_id IS NULL AND (NOT reply OR in_reply_to_account_id = account_id);

CREATE TABLE status_stats (
    id bigserial PRIMARY KEY,
    status_id bigint NOT NULL REFERENCES statuses (id) ON DELETE CASCADE,
    replies_count bigint NOT NULL DEFAULT 0 CHECK (replies_count >= 0),
    reblogs_count bigint NOT NULL DEFAULT 0 CHECK (reblogs_count >= 0),
    favourites_count bigint NOT NULL DEFAULT 0 CHECK (favourites_count >= 0),
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    CONSTRAINT index_status_stats_on_status_id UNIQUE (status_id)
);

CREATE TABLE polls (
    id bigserial PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    status_id bigint NOT NULL REFERENCES statuses (id) ON DELETE CASCADE,
    expires_at timestamp,
    options varchar[] NOT NULL DEFAULT '{}',
    cached_tallies bigint[] NOT NULL DEFAULT '{}',
    multiple boolean NOT NULL DEFAULT false,
    hide_totals boolean NOT NULL DEFAULT false,
    votes_count bigint NOT NULL DEFAULT 0,
    voters_count bigint,
    last_fetched_at timestamp,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    lock_version integer NOT NULL DEFAULT 0,
    CONSTRAINT polls_tallies CHECK (cardinality(cached_tallies) = cardinality(options)),
    CONSTRAINT polls_votes CHECK (votes_count >= 0 AND voters_count <= votes_count)
);
ALTER TABLE statuses ADD CONSTRAINT fk_statuses_poll FOREIGN KEY (poll_id) REFERENCES polls (id) ON DELETE SET NULL;

CREATE TABLE poll_votes (
    id bigserial PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    poll_id bigint NOT NULL REFERENCES polls (id) ON DELETE CASCADE,
    choice integer NOT NULL DEFAULT 0 CHECK (choice >= 0),
    uri varchar,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    UNIQUE (account_id, poll_id, choice)
);

CREATE TABLE media_attachments (
    id bigint NOT NULL DEFAULT timestamp_id('media_attachments') PRIMARY KEY,
    status_id bigint REFERENCES statuses (id) ON DELETE SET NULL,
    account_id bigint REFERENCES accounts (id) ON DELETE SET NULL,
    scheduled_status_id bigint,
    file_file_name varchar,
    file_content_type varchar,
    file_file_size integer,
    file_meta json,
    remote_url varchar NOT NULL DEFAULT '',
    shortcode varchar,
    type integer NOT NULL DEFAULT 0 CHECK (type BETWEEN 0 AND 4),
    description text,
    blurhash varchar,
    processing integer,
    thumbnail_remote_url varchar,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    CONSTRAINT media_content_type CHECK (file_content_type ~ '^(image|video|audio)/[a-z0-9.+-]+$'),
    CONSTRAINT media_local_or_remote CHECK (file_file_name IS NOT NULL OR remote_url <> ''),
    CONSTRAINT media_file CHECK ((file_file_name IS NULL) = (file_file_size IS NULL)),
    CONSTRAINT media_blurhash CHECK (char_length(blurhash) >= 6)
);
ALTER SEQUENCE media_attachments_id_seq OWNED BY media_attachments.id;
CREATE UNIQUE INDEX index_media_attachments_on_shortcode ON media_attachments (shortcode text_pattern_ops) WHERE shortcode IS NOT NULL;

CREATE TABLE scheduled_statuses (
    id bigserial PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    scheduled_at timestamp NOT NULL,
    params jsonb NOT NULL CHECK (params ? 'text' OR params ? 'media_ids')
);
ALTER TABLE media_attachments ADD FOREIGN KEY (scheduled_status_id) REFERENCES scheduled_statuses (id) ON DELETE SET NULL;

CREATE TABLE favourites (
    id bigserial PRIMARY KEY,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    account_id bigint NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    status_id bigint NOT NULL REFERENCES statuses (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX index_favourites_on_account_id_and_status_id ON favourites (account_id, status_id);

CREATE FUNCTION bump_favourites() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE status_stats SET favourites_count = favourites_count + 1, updated_at = now() WHERE status_id = NEW.status_id;
    RETURN NEW;
  END IF;
  UPDATE status_stats SET favourites_count = greatest(favourites_count - 1, 0), updated_at = now() WHERE status_id = OLD.status_id;
  RETURN OLD;
END $$;
CREATE TRIGGER favourites_bump AFTER INSERT OR DELETE ON favourites FOR EACH ROW EXECUTE FUNCTION bump_favourites();

CREATE TABLE mentions (
    id bigserial PRIMARY KEY,
    status_id bigint NOT NULL REFERENCES statuses (id) ON DELETE CASCADE,
    account_id bigint NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    silent boolean NOT NULL DEFAULT false,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL
);
CREATE UNIQUE INDEX index_mentions_on_account_id_and_status_id ON mentions (account_id, status_id);

CREATE TABLE follows (
    id bigserial PRIMARY KEY,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    account_id bigint NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    target_account_id bigint NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    show_reblogs boolean NOT NULL DEFAULT true,
    uri varchar,
    notify boolean NOT NULL DEFAULT false,
    languages varchar[],
    CHECK (account_id <> target_account_id)
);
CREATE UNIQUE INDEX index_follows_on_account_id_and_target_account_id ON follows (account_id, target_account_id);

CREATE TABLE follow_requests (
    LIKE follows INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
    PRIMARY KEY (id),
    FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE,
    FOREIGN KEY (target_account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX index_follow_requests_on_account_id_and_target_account_id ON follow_requests (account_id, target_account_id);

CREATE TABLE blocks (
    id bigserial PRIMARY KEY,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    account_id bigint NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    target_account_id bigint NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    uri varchar,
    UNIQUE (account_id, target_account_id),
    CHECK (account_id <> target_account_id)
);

CREATE TABLE mutes (
    id bigserial PRIMARY KEY,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    hide_notifications boolean NOT NULL DEFAULT true,
    account_id bigint NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    target_account_id bigint NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    expires_at timestamp CHECK (expires_at > created_at),
    UNIQUE (account_id, target_account_id)
);

CREATE TABLE lists (
    id bigserial PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    title varchar NOT NULL DEFAULT '',
    replies_policy integer NOT NULL DEFAULT 0 CHECK (replies_policy IN (0, 1, 2)),
    exclusive boolean NOT NULL DEFAULT false,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL
);

CREATE TABLE list_accounts (
    id bigserial PRIMARY KEY,
    list_id bigint NOT NULL REFERENCES lists (id) ON DELETE CASCADE,
    account_id bigint NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    follow_id bigint REFERENCES follows (id) ON DELETE CASCADE,
    follow_request_id bigint REFERENCES follow_requests (id) ON DELETE CASCADE,
    CHECK (num_nonnulls(follow_id, follow_request_id) <= 1)
);
CREATE UNIQUE INDEX index_list_accounts_on_account_id_and_list_id ON list_accounts (account_id, list_id);

CREATE TABLE tags (
    id bigserial PRIMARY KEY,
    name varchar NOT NULL DEFAULT '',
    display_name varchar,
    usable boolean,
    trendable boolean,
    listable boolean,
    reviewed_at timestamp,
    max_score double precision,
    max_score_at timestamp,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    CHECK ((max_score IS NULL) = (max_score_at IS NULL)),
    CHECK (display_name IS NULL OR lower(display_name) = lower(name))
);
CREATE UNIQUE INDEX index_tags_on_name_lower_btree ON tags (lower(name::text) text_pattern_ops);

CREATE TABLE statuses_tags (
    status_id bigint NOT NULL REFERENCES statuses (id) ON DELETE CASCADE,
    tag_id bigint NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
    PRIMARY KEY (tag_id, status_id)
);
CREATE INDEX index_statuses_tags_on_status_id ON statuses_tags (status_id);

CREATE TABLE custom_emojis (
    id bigserial PRIMARY KEY,
    shortcode varchar NOT NULL DEFAULT '' CHECK (shortcode ~ '^[a-zA-Z0-9_]{2,}$'),
    domain varchar,
    image_file_name varchar,
    image_file_size integer CHECK (image_file_size <= 262144),
    disabled boolean NOT NULL DEFAULT false,
    uri varchar,
    visible_in_picker boolean NOT NULL DEFAULT true,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    CONSTRAINT custom_emojis_shortcode_domain UNIQUE NULLS NOT DISTINCT (shortcode, domain)
);

CREATE TABLE notifications (
    id bigserial PRIMARY KEY,
    activity_id bigint NOT NULL,
    activity_type varchar NOT NULL,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    account_id bigint NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    from_account_id bigint NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    type varchar,
    filtered boolean NOT NULL DEFAULT false,
    group_key varchar,
    CONSTRAINT notification_kind CHECK ((activity_type, type) IN (('Mention', 'mention'), ('Status', 'status'), ('Status', 'reblog'), ('Status', 'update'), ('Follow', 'follow'), ('FollowRequest', 'follow_request'), ('Favourite', 'favourite'), ('Poll', 'poll'))),
    UNIQUE (account_id, activity_id, activity_type)
);
CREATE INDEX index_notifications_on_account_id_and_group_key ON notifications (account_id, group_key) WHERE group_key IS NOT NULL;

CREATE TABLE reports (
    id bigserial PRIMARY KEY,
    status_ids bigint[] NOT NULL DEFAULT '{}',
    comment text NOT NULL DEFAULT '' CHECK (char_length(comment) <= 1000),
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    account_id bigint NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    action_taken_by_account_id bigint REFERENCES accounts (id) ON DELETE SET NULL,
    target_account_id bigint NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    assigned_account_id bigint REFERENCES accounts (id) ON DELETE SET NULL,
    uri varchar,
    forwarded boolean,
    category integer NOT NULL DEFAULT 0,
    action_taken_at timestamp,
    rule_ids bigint[],
    CHECK (category IN (0, 1000, 1500, 2000)),
    CHECK (category = 2000 OR rule_ids IS NULL),
    CHECK (action_taken_by_account_id IS NULL OR action_taken_at IS NOT NULL)
);

CREATE TABLE account_warnings (
    id bigserial PRIMARY KEY,
    account_id bigint REFERENCES accounts (id) ON DELETE SET NULL,
    target_account_id bigint REFERENCES accounts (id) ON DELETE CASCADE,
    action integer NOT NULL DEFAULT 0 CHECK (action IN (0, 1000, 1250, 1500, 2000, 3000, 4000)),
    text text NOT NULL DEFAULT '',
    report_id bigint REFERENCES reports (id) ON DELETE CASCADE,
    status_ids varchar[],
    overruled_at timestamp,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL
);

CREATE TABLE appeals (
    id bigserial PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    account_warning_id bigint NOT NULL UNIQUE REFERENCES account_warnings (id) ON DELETE CASCADE,
    text text NOT NULL DEFAULT '',
    approved_at timestamp,
    approved_by_account_id bigint REFERENCES accounts (id) ON DELETE SET NULL,
    rejected_at timestamp,
    rejected_by_account_id bigint REFERENCES accounts (id) ON DELETE SET NULL,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    CHECK (approved_at IS NULL OR rejected_at IS NULL),
    CHECK (approved_by_account_id IS NULL OR approved_at IS NOT NULL),
    CHECK (rejected_by_account_id IS NULL OR rejected_at IS NOT NULL)
);

CREATE TABLE ip_blocks (
    id bigserial PRIMARY KEY,
    ip inet NOT NULL DEFAULT '0.0.0.0' UNIQUE,
    severity integer NOT NULL DEFAULT 0 CHECK (severity IN (5000, 5500, 9999)),
    expires_at timestamp,
    comment text NOT NULL DEFAULT '',
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL
);

-- A discussion forum with trust levels, badges, tags and a review queue.

CREATE EXTENSION IF NOT EXISTS hstore;
CREATE EXTENSION IF NOT EXISTS unaccent;

CREATE SCHEMA plugin_polls;

CREATE FUNCTION touch_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW IS DISTINCT FROM OLD THEN
        NEW.updated_at := CURRENT_TIMESTAMP;
    END IF;
    RETURN NEW;
END $$;

CREATE TABLE uploads (
    id serial PRIMARY KEY,
    user_id integer NOT NULL,
    original_filename varchar NOT NULL,
    filesize bigint NOT NULL,
    width integer,
    height integer,
    thumbnail_width integer,
    thumbnail_height integer,
    url varchar NOT NULL,
    sha1 varchar(40),
    original_sha1 varchar,
    extension varchar(10),
    etag varchar,
    secure boolean NOT NULL DEFAULT false,
    verification_status integer NOT NULL DEFAULT 1,
    dominant_color text,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    CONSTRAINT uploads_filesize CHECK (filesize > 0),
    CONSTRAINT uploads_sha1_hex CHECK (sha1 ~ '^[0-9a-f]{40}$'),
    CONSTRAINT uploads_dominant_color CHECK (dominant_color = '' OR dominant_color ~ '^[0-9A-F]{6}$'),
    CONSTRAINT uploads_dims CHECK ((width IS NULL) = (height IS NULL) AND width > 0 AND height > 0)
);
CREATE UNIQUE INDEX index_uploads_on_sha1 ON uploads (sha1);
CREATE INDEX index_uploads_on_extension ON uploads (lower(extension::text));

CREATE TABLE users (
    id serial PRIMARY KEY,
    username varchar(60) NOT NULL,
    username_lower varchar(60) NOT NULL,
    name varchar,
    seen_notification_id bigint NOT NULL DEFAULT 0,
    last_posted_at timestamp,
    password_hash varchar(64),
    salt varchar(32),
    active boolean NOT NULL DEFAULT false,
    admin boolean NOT NULL DEFAULT false,
    moderator boolean DEFAULT false,
    last_seen_at timestamp,
    previous_visit_at timestamp,
    approved boolean NOT NULL DEFAULT false,
    approved_by_id integer REFERENCES users (id),
    approved_at timestamp,
    trust_level integer NOT NULL,
    date_of_birth date,
    ip_address inet,
    registration_ip_address inet,
    title varchar,
    uploaded_avatar_id integer REFERENCES uploads (id) ON DELETE SET NULL,
    locale varchar(10),
    primary_group_id integer,
    flair_group_id integer,
    suspended_at timestamp,
    suspended_till timestamp,
    silenced_till timestamp,
    staged boolean NOT NULL DEFAULT false,
    manual_locked_trust_level integer,
    group_locked_trust_level integer,
    views integer NOT NULL DEFAULT 0,
    flag_level integer NOT NULL DEFAULT 0,
    secure_identifier varchar,
    required_fields_version integer,
    created_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT users_trust_level CHECK (trust_level BETWEEN 0 AND 4),
    CONSTRAINT users_username_lower_sync CHECK (username_lower = lower(username)),
    CONSTRAINT users_username_chars CHECK (username ~ '^[A-Za-z0-9_][A-Za-z0-9_.-]*$' AND char_length(username) BETWEEN 3 AND 60),
    CONSTRAINT users_salted CHECK ((password_hash IS NULL) = (salt IS NULL)),
    CONSTRAINT users_approval CHECK (approved OR (approved_by_id IS NULL AND approved_at IS NULL)),
    CONSTRAINT users_suspension CHECK (suspended_till IS NULL OR suspended_at < suspended_till)
);
CREATE UNIQUE INDEX index_users_on_username ON users (username);
CREATE UNIQUE INDEX index_users_on_username_lower ON users (username_lower);
CREATE UNIQUE INDEX index_users_on_secure_identifier ON users (secure_identifier);
CREATE INDEX idx_users_admin ON users (id) WHERE admin;
ALTER TABLE uploads ADD CONSTRAINT uploads_user_fk FOREIGN KEY (user_id) REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED;
CREATE TRIGGER users_touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE TABLE user_emails (
    id serial PRIMARY KEY,
    user_id integer NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    email varchar(513) NOT NULL CHECK (email LIKE '%_@_%'),
    "primary" boolean NOT NULL DEFAULT false,
    normalized_email varchar,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL
);
CREATE UNIQUE INDEX index_user_emails_on_email ON user_emails (lower(email::text));
CREATE UNIQUE INDEX index_user_emails_on_user_id_and_primary ON user_emails (user_id, "primary") WHERE "primary";
CREATE INDEX index_user_emails_on_normalized_email ON user_emails (lower(normalized_email::text));

CREATE TABLE user_profiles (
    user_id integer PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    location varchar(3000),
    website varchar(3000),
    bio_raw text,
    bio_cooked text,
    bio_cooked_version integer,
    views integer NOT NULL DEFAULT 0,
    profile_background_upload_id integer REFERENCES uploads (id) ON DELETE SET NULL,
    card_background_upload_id integer REFERENCES uploads (id) ON DELETE SET NULL,
    granted_title_badge_id bigint,
    featured_topic_id integer,
    CHECK ((bio_raw IS NULL) = (bio_cooked IS NULL))
);

CREATE TABLE user_stats (
    user_id integer PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    topics_entered integer NOT NULL DEFAULT 0,
    time_read integer NOT NULL DEFAULT 0,
    days_visited integer NOT NULL DEFAULT 0,
    posts_read_count integer NOT NULL DEFAULT 0,
    likes_given integer NOT NULL DEFAULT 0,
    likes_received integer NOT NULL DEFAULT 0,
    new_since timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    first_post_created_at timestamp,
    post_count integer NOT NULL DEFAULT 0 CHECK (post_count >= 0),
    topic_count integer NOT NULL DEFAULT 0 CHECK (topic_count >= 0),
    bounce_score double precision NOT NULL DEFAULT 0,
    reset_bounce_score_after timestamp,
    flags_agreed integer NOT NULL DEFAULT 0,
    flags_disagreed integer NOT NULL DEFAULT 0,
    flags_ignored integer NOT NULL DEFAULT 0,
    CONSTRAINT bounce CHECK (bounce_score >= 0)
);

CREATE TABLE groups (
    id serial PRIMARY KEY,
    name varchar NOT NULL,
    automatic boolean NOT NULL DEFAULT false,
    user_count integer NOT NULL DEFAULT 0,
    automatic_membership_email_domains text,
    primary_group boolean NOT NULL DEFAULT false,
    title varchar,
    grant_trust_level integer CHECK (grant_trust_level BETWEEN 1 AND 4),
    full_name varchar,
    bio_raw text,
    allow_membership_requests boolean NOT NULL DEFAULT false,
    public_admission boolean NOT NULL DEFAULT false,
    public_exit boolean NOT NULL DEFAULT false,
    visibility_level integer NOT NULL DEFAULT 0 CHECK (visibility_level BETWEEN 0 AND 4),
    messageable_level integer DEFAULT 0,
    mentionable_level integer DEFAULT 0,
    flair_icon varchar,
    flair_upload_id integer REFERENCES uploads (id) ON DELETE SET NULL,
    flair_bg_color varchar CHECK (flair_bg_color ~ '^[0-9a-fA-F]{3,6}$'),
    flair_color varchar CHECK (flair_color ~ '^[0-9a-fA-F]{3,6}$'),
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    CHECK (user_count >= 0),
    CHECK (NOT (public_admission AND allow_membership_requests)),
    CHECK (num_nonnulls(flair_icon, flair_upload_id) <= 1)
);
CREATE UNIQUE INDEX index_groups_on_name ON groups (name);
CREATE UNIQUE INDEX groups_name_ci ON groups (lower(name::text));
ALTER TABLE users
    ADD CONSTRAINT users_primary_group_fk FOREIGN KEY (primary_group_id) REFERENCES groups (id) ON DELETE SET NULL,
    ADD CONSTRAINT users_flair_group_fk FOREIGN KEY (flair_group_id) REFERENCES groups (id) ON DELETE SET NULL;

CREATE TABLE group_users (
    id serial PRIMARY KEY,
    group_id integer NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    user_id integer NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    owner boolean NOT NULL DEFAULT false,
    notification_level integer NOT NULL DEFAULT 2 CHECK (notification_level BETWEEN 0 AND 4),
    first_unread_pm_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL
);
CREATE UNIQUE INDEX index_group_users_on_group_id_and_user_id ON group_users (group_id, user_id);
CREATE UNIQUE INDEX index_group_users_on_user_id_and_group_id ON group_users (user_id, group_id);

CREATE FUNCTION groups_user_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        UPDATE groups SET user_count = user_count + 1 WHERE id = NEW.group_id;
    ELSIF TG_OP = 'DELETE' THEN
        UPDATE groups SET user_count = GREATEST(user_count - 1, 0) WHERE id = OLD.group_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER group_users_count AFTER INSERT OR DELETE ON group_users FOR EACH ROW EXECUTE FUNCTION groups_user_count();

CREATE TABLE categories (
    id serial PRIMARY KEY,
    name varchar(50) NOT NULL,
    color varchar(6) NOT NULL DEFAULT '0088CC',
    text_color varchar(6) NOT NULL DEFAULT 'FFFFFF',
    topic_id integer,
    topic_count integer NOT NULL DEFAULT 0,
    post_count integer NOT NULL DEFAULT 0,
    user_id integer NOT NULL REFERENCES users (id),
    slug varchar NOT NULL,
    description text,
    parent_category_id integer REFERENCES categories (id),
    position integer,
    read_restricted boolean NOT NULL DEFAULT false,
    auto_close_hours double precision CHECK (auto_close_hours > 0),
    name_lower varchar(50) NOT NULL,
    latest_post_id integer,
    latest_topic_id integer,
    email_in varchar,
    search_priority integer DEFAULT 0,
    minimum_required_tags integer NOT NULL DEFAULT 0 CHECK (minimum_required_tags >= 0),
    default_view varchar(50) CHECK (default_view IN ('latest', 'top')),
    allowed_tags_only boolean NOT NULL DEFAULT false,
    uploaded_logo_id integer REFERENCES uploads (id) ON DELETE SET NULL,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    CONSTRAINT hex_colors CHECK (color ~ '^([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$' AND text_color ~ '^([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$'),
    CONSTRAINT name_lower_sync CHECK (name_lower = lower(name)),
    CONSTRAINT no_own_parent CHECK (parent_category_id <> id)
);
CREATE UNIQUE INDEX index_categories_on_email_in ON categories (email_in);
CREATE UNIQUE INDEX unique_index_categories_on_name ON categories (COALESCE(parent_category_id, '-1'::integer), name);
CREATE UNIQUE INDEX unique_index_categories_on_slug ON categories (COALESCE(parent_category_id, '-1'::integer), lower(slug::text)) WHERE slug::text <> '';

CREATE TABLE category_groups (
    id serial PRIMARY KEY,
    category_id integer NOT NULL REFERENCES categories (id) ON DELETE CASCADE,
    group_id integer NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    permission_type integer NOT NULL DEFAULT 1 CHECK (permission_type IN (1, 2, 3)),
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL
);
CREATE UNIQUE INDEX category_groups_uniq ON category_groups (category_id, group_id);

CREATE TABLE topics (
    id serial PRIMARY KEY,
    title varchar NOT NULL,
    fancy_title varchar,
    last_posted_at timestamp,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    views integer NOT NULL DEFAULT 0,
    posts_count integer NOT NULL DEFAULT 0,
    user_id integer REFERENCES users (id),
    last_post_user_id integer NOT NULL REFERENCES users (id),
    reply_count integer NOT NULL DEFAULT 0,
    featured_user1_id integer REFERENCES users (id),
    featured_user2_id integer REFERENCES users (id),
    deleted_at timestamp,
    deleted_by_id integer REFERENCES users (id),
    highest_post_number integer NOT NULL DEFAULT 0,
    highest_staff_post_number integer NOT NULL DEFAULT 0,
    like_count integer NOT NULL DEFAULT 0,
    category_id integer REFERENCES categories (id),
    visible boolean NOT NULL DEFAULT true,
    closed boolean NOT NULL DEFAULT false,
    archived boolean NOT NULL DEFAULT false,
    bumped_at timestamp NOT NULL,
    archetype varchar NOT NULL DEFAULT 'regular',
    subtype varchar,
    slug varchar,
    excerpt varchar,
    pinned_at timestamp,
    pinned_until timestamp,
    pinned_globally boolean NOT NULL DEFAULT false,
    slow_mode_seconds integer NOT NULL DEFAULT 0,
    image_upload_id integer REFERENCES uploads (id) ON DELETE SET NULL,
    external_id varchar,
    CONSTRAINT has_category_id CHECK (category_id IS NOT NULL OR archetype::text <> 'regular'::text),
    CONSTRAINT pm_has_no_category CHECK (category_id IS NULL OR archetype::text <> 'private_message'::text),
    CONSTRAINT topics_archetype CHECK (archetype IN ('regular', 'private_message', 'banner')),
    CONSTRAINT topics_pinned CHECK (pinned_until IS NULL OR (pinned_at IS NOT NULL AND pinned_until > pinned_at)),
    CONSTRAINT topics_deleted_by CHECK (deleted_by_id IS NULL OR deleted_at IS NOT NULL),
    CONSTRAINT topics_highest CHECK (highest_staff_post_number >= highest_post_number),
    CONSTRAINT topics_external_id CHECK (external_id ~ '^[\w-]{1,50}$')
);
CREATE UNIQUE INDEX index_topics_on_external_id ON topics (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX index_topics_on_bumped_at ON topics (bumped_at DESC);
CREATE INDEX idx_topics_front_page ON topics (deleted_at, visible, archetype, category_id, id);
CREATE INDEX index_topics_on_lower_title ON topics (lower(title::text));
CREATE TRIGGER topics_touch BEFORE UPDATE ON topics FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

ALTER TABLE categories
    ADD CONSTRAINT categories_topic_fk FOREIGN KEY (topic_id) REFERENCES topics (id) ON DELETE SET NULL,
    ADD CONSTRAINT categories_latest_topic_fk FOREIGN KEY (latest_topic_id) REFERENCES topics (id) ON DELETE SET NULL;
ALTER TABLE user_profiles ADD CONSTRAINT user_profiles_featured_fk FOREIGN KEY (featured_topic_id) REFERENCES topics (id) ON DELETE SET NULL;

CREATE TABLE posts (
    id serial PRIMARY KEY,
    user_id integer REFERENCES users (id),
    topic_id integer NOT NULL REFERENCES topics (id),
    post_number integer NOT NULL,
    raw text NOT NULL,
    cooked text NOT NULL,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    reply_to_post_number integer,
    reply_to_user_id integer REFERENCES users (id),
    reply_count integer NOT NULL DEFAULT 0,
    quote_count integer NOT NULL DEFAULT 0,
    deleted_at timestamp,
    deleted_by_id integer REFERENCES users (id),
    like_count integer NOT NULL DEFAULT 0,
    score double precision,
    reads integer NOT NULL DEFAULT 0,
    post_type integer NOT NULL DEFAULT 1,
    sort_order integer,
    last_editor_id integer REFERENCES users (id),
    hidden boolean NOT NULL DEFAULT false,
    hidden_at timestamp,
    hidden_reason_id integer,
    version integer NOT NULL DEFAULT 1,
    public_version integer NOT NULL DEFAULT 1,
    wiki boolean NOT NULL DEFAULT false,
    via_email boolean NOT NULL DEFAULT false,
    raw_email text,
    word_count integer,
    edit_reason varchar,
    baked_at timestamp,
    action_code varchar,
    locked_by_id integer REFERENCES users (id),
    CONSTRAINT posts_post_type CHECK (post_type BETWEEN 1 AND 4),
    CONSTRAINT posts_reply_before CHECK (reply_to_post_number < post_number),
    CONSTRAINT posts_hidden CHECK (NOT hidden OR (hidden_at IS NOT NULL AND hidden_reason_id IS NOT NULL)),
    CONSTRAINT posts_versions CHECK (version >= 1 AND public_version <= version),
    CONSTRAINT posts_via_email CHECK (raw_email IS NULL OR via_email)
);
CREATE UNIQUE INDEX index_posts_on_topic_id_and_post_number ON posts (topic_id, post_number);
ALTER TABLE posts ADD CONSTRAINT posts_reply_fk FOREIGN KEY (topic_id, reply_to_post_number) REFERENCES posts (topic_id, post_number) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX idx_posts_deleted_posts ON posts (topic_id, post_number) WHERE deleted_at IS NOT NULL;
CREATE INDEX index_posts_user_and_likes ON posts (user_id, like_count DESC, created_at DESC) WHERE post_number > 1;
CREATE TRIGGER posts_touch BEFORE UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
ALTER TABLE categories ADD CONSTRAINT categories_latest_post_fk FOREIGN KEY (latest_post_id) REFERENCES posts (id) ON DELETE SET NULL;

CREATE TABLE post_search_data (
    post_id integer PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
    search_data tsvector,
    raw_data text,
    locale varchar,
    version integer DEFAULT 0,
    private_message boolean NOT NULL
);
CREATE INDEX idx_search_post ON post_search_data USING gin (search_data);

CREATE FUNCTION index_post_for_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO post_search_data (post_id, search_data, raw_data, locale, version, private_message)
    SELECT NEW.id, setweight(to_tsvector('english', t.title), 'A') || setweight(to_tsvector('english', NEW.raw), 'D'),
           NEW.raw, 'en', 5, t.archetype = 'private_message'
      FROM topics t WHERE t.id = NEW.topic_id
    ON CONFLICT (post_id) DO UPDATE SET search_data = EXCLUDED.search_data, raw_data = EXCLUDED.raw_data;
    RETURN NULL;
END $$;
CREATE TRIGGER posts_search AFTER INSERT OR UPDATE OF raw ON posts FOR EACH ROW EXECUTE FUNCTION index_post_for_search();

CREATE TABLE post_replies (
    post_id integer NOT NULL REFERENCES posts (id),
    reply_post_id integer NOT NULL REFERENCES posts (id),
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    CHECK (post_id <> reply_post_id)
);
CREATE UNIQUE INDEX index_post_replies_on_post_id_and_reply_post_id ON post_replies (post_id, reply_post_id);

CREATE TABLE post_action_types (
    id serial PRIMARY KEY,
    name_key varchar(50) NOT NULL UNIQUE,
    is_flag boolean NOT NULL DEFAULT false,
    icon varchar(20),
    position integer NOT NULL DEFAULT 0,
    score_bonus double precision NOT NULL DEFAULT 0,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL
);

CREATE TABLE post_actions (
    id serial PRIMARY KEY,
    post_id integer NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    user_id integer NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    post_action_type_id integer NOT NULL REFERENCES post_action_types (id),
    deleted_at timestamp,
    deleted_by_id integer REFERENCES users (id),
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    related_post_id integer REFERENCES posts (id),
    staff_took_action boolean NOT NULL DEFAULT false,
    targets_topic boolean NOT NULL DEFAULT false,
    agreed_at timestamp,
    agreed_by_id integer REFERENCES users (id),
    disagreed_at timestamp,
    disagreed_by_id integer REFERENCES users (id),
    deferred_at timestamp,
    deferred_by_id integer REFERENCES users (id),
    CHECK ((agreed_at IS NULL) = (agreed_by_id IS NULL)),
    CHECK ((disagreed_at IS NULL) = (disagreed_by_id IS NULL)),
    CHECK ((deferred_at IS NULL) = (deferred_by_id IS NULL)),
    CHECK (num_nonnulls(agreed_at, disagreed_at, deferred_at) <= 1)
);
CREATE UNIQUE INDEX idx_unique_actions ON post_actions (user_id, post_action_type_id, post_id, targets_topic) WHERE deleted_at IS NULL AND disagreed_at IS NULL AND deferred_at IS NULL;
CREATE UNIQUE INDEX idx_unique_flags ON post_actions (user_id, post_id, targets_topic) WHERE deleted_at IS NULL AND disagreed_at IS NULL AND deferred_at IS NULL AND post_action_type_id IN (3, 4, 7, 8);

CREATE TABLE topic_users (
    id serial PRIMARY KEY,
    user_id integer NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    topic_id integer NOT NULL REFERENCES topics (id) ON DELETE CASCADE,
    posted boolean NOT NULL DEFAULT false,
    last_read_post_number integer,
    last_visited_at timestamp,
    first_visited_at timestamp,
    notification_level integer NOT NULL DEFAULT 1 CHECK (notification_level BETWEEN 0 AND 3),
    notifications_changed_at timestamp,
    total_msecs_viewed integer NOT NULL DEFAULT 0,
    cleared_pinned_at timestamp,
    liked boolean DEFAULT false,
    bookmarked boolean DEFAULT false,
    CHECK (first_visited_at <= last_visited_at)
);
CREATE UNIQUE INDEX index_topic_users_on_topic_id_and_user_id ON topic_users (topic_id, user_id);

CREATE TABLE tags (
    id serial PRIMARY KEY,
    name varchar NOT NULL,
    staff_topic_count integer NOT NULL DEFAULT 0,
    public_topic_count integer NOT NULL DEFAULT 0,
    pm_topic_count integer NOT NULL DEFAULT 0,
    target_tag_id integer REFERENCES tags (id),
    description varchar(1000),
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    CHECK (public_topic_count <= staff_topic_count),
    CHECK (target_tag_id <> id)
);
CREATE UNIQUE INDEX index_tags_on_name ON tags (name);
CREATE UNIQUE INDEX index_tags_on_lower_name ON tags (lower(name::text));

CREATE TABLE topic_tags (
    id serial PRIMARY KEY,
    topic_id integer NOT NULL REFERENCES topics (id) ON DELETE CASCADE,
    tag_id integer NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    UNIQUE (topic_id, tag_id)
);

CREATE TABLE badge_types (
    id serial PRIMARY KEY,
    name varchar NOT NULL UNIQUE,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL
);

CREATE TABLE badges (
    id serial PRIMARY KEY,
    name varchar NOT NULL UNIQUE,
    description text,
    badge_type_id integer NOT NULL REFERENCES badge_types (id),
    grant_count integer NOT NULL DEFAULT 0,
    allow_title boolean NOT NULL DEFAULT false,
    multiple_grant boolean NOT NULL DEFAULT false,
    icon varchar DEFAULT 'certificate',
    image_upload_id integer REFERENCES uploads (id) ON DELETE SET NULL,
    query text,
    enabled boolean NOT NULL DEFAULT true,
    trigger integer,
    target_posts boolean DEFAULT false,
    system boolean NOT NULL DEFAULT false,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL
);
ALTER TABLE user_profiles ADD FOREIGN KEY (granted_title_badge_id) REFERENCES badges (id) ON DELETE SET NULL;

CREATE TABLE user_badges (
    id serial PRIMARY KEY,
    badge_id integer NOT NULL REFERENCES badges (id) ON DELETE CASCADE,
    user_id integer NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    granted_at timestamp NOT NULL,
    granted_by_id integer NOT NULL REFERENCES users (id),
    post_id integer REFERENCES posts (id) ON DELETE SET NULL,
    seq integer NOT NULL DEFAULT 0,
    featured_rank integer,
    is_favorite boolean,
    created_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX index_user_badges_on_badge_id_and_user_id_and_seq ON user_badges (badge_id, user_id, seq) WHERE post_id IS NULL;
CREATE UNIQUE INDEX index_user_badges_on_badge_id_and_user_id_and_post_id ON user_badges (badge_id, user_id, post_id) WHERE post_id IS NOT NULL;

CREATE TABLE notifications (
    id bigserial PRIMARY KEY,
    notification_type integer NOT NULL,
    user_id integer NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    data varchar(1000) NOT NULL CHECK (data::jsonb IS NOT NULL),
    read boolean NOT NULL DEFAULT false,
    high_priority boolean NOT NULL DEFAULT false,
    topic_id integer,
    post_number integer,
    post_action_id integer REFERENCES post_actions (id) ON DELETE CASCADE,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    FOREIGN KEY (topic_id, post_number) REFERENCES posts (topic_id, post_number) ON DELETE CASCADE
);
CREATE INDEX index_notifications_unread_high ON notifications (user_id, id) WHERE NOT read AND high_priority;

CREATE TABLE bookmarks (
    id bigserial PRIMARY KEY,
    user_id integer NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    bookmarkable_id integer NOT NULL,
    bookmarkable_type varchar NOT NULL CHECK (bookmarkable_type IN ('Post', 'Topic', 'ChatMessage')),
    name varchar(100),
    reminder_at timestamp,
    reminder_set_at timestamp,
    reminder_last_sent_at timestamp,
    auto_delete_preference integer NOT NULL DEFAULT 0 CHECK (auto_delete_preference BETWEEN 0 AND 3),
    pinned boolean DEFAULT false,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    CHECK (reminder_at IS NULL OR reminder_set_at < reminder_at),
    UNIQUE (user_id, bookmarkable_type, bookmarkable_id)
);

CREATE TABLE reviewables (
    id bigserial PRIMARY KEY,
    type varchar NOT NULL CHECK (type IN ('ReviewableFlaggedPost', 'ReviewableQueuedPost', 'ReviewableUser', 'ReviewablePost')),
    status integer NOT NULL DEFAULT 0 CHECK (status BETWEEN 0 AND 4),
    created_by_id integer NOT NULL REFERENCES users (id),
    reviewable_by_group_id integer REFERENCES groups (id),
    target_id integer,
    target_type varchar,
    target_created_by_id integer REFERENCES users (id),
    category_id integer REFERENCES categories (id) ON DELETE SET NULL,
    topic_id integer REFERENCES topics (id) ON DELETE SET NULL,
    score double precision NOT NULL DEFAULT 0,
    potential_spam boolean NOT NULL DEFAULT false,
    payload json,
    version integer NOT NULL DEFAULT 0,
    latest_score timestamp,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    CONSTRAINT target_pair CHECK ((target_id IS NULL) = (target_type IS NULL)),
    CONSTRAINT queued_has_payload CHECK (type <> 'ReviewableQueuedPost' OR (payload IS NOT NULL AND json_typeof(payload) = 'object'))
);
CREATE UNIQUE INDEX index_reviewables_on_type_and_target_id ON reviewables (type, target_id);

CREATE TABLE reviewable_scores (
    id bigserial PRIMARY KEY,
    reviewable_id bigint NOT NULL REFERENCES reviewables (id) ON DELETE CASCADE,
    user_id integer NOT NULL REFERENCES users (id),
    reviewable_score_type integer NOT NULL,
    status integer NOT NULL DEFAULT 0,
    score double precision NOT NULL DEFAULT 0,
    take_action_bonus double precision NOT NULL DEFAULT 0,
    reviewed_by_id integer REFERENCES users (id),
    reviewed_at timestamp,
    meta_topic_id integer REFERENCES topics (id),
    reason text,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    CHECK (status = 0 OR (reviewed_by_id IS NOT NULL AND reviewed_at >= created_at))
);

CREATE TABLE plugin_polls.polls (
    id bigserial PRIMARY KEY,
    post_id bigint REFERENCES public.posts (id) ON DELETE CASCADE,
    name varchar NOT NULL DEFAULT 'poll',
    close_at timestamp,
    type integer NOT NULL DEFAULT 0 CHECK (type IN (0, 1, 2)),
    status integer NOT NULL DEFAULT 0 CHECK (status IN (0, 1)),
    results integer NOT NULL DEFAULT 0,
    min integer,
    max integer,
    step integer,
    anonymous_voters integer,
    groups varchar,
    title varchar,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    UNIQUE (post_id, name),
    CONSTRAINT min_max CHECK (min <= max AND min >= 0),
    CONSTRAINT number_poll_step CHECK (type <> 2 OR (min IS NOT NULL AND max IS NOT NULL AND step > 0))
);

CREATE TABLE plugin_polls.poll_options (
    id bigserial PRIMARY KEY,
    poll_id bigint NOT NULL REFERENCES plugin_polls.polls (id) ON DELETE CASCADE,
    digest varchar NOT NULL CHECK (digest ~ '^[0-9a-f]{32}$'),
    html text NOT NULL,
    anonymous_votes integer CHECK (anonymous_votes >= 0),
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    UNIQUE (poll_id, digest),
    UNIQUE (id, poll_id)
);

CREATE TABLE plugin_polls.poll_votes (
    poll_id bigint NOT NULL,
    poll_option_id bigint NOT NULL,
    user_id bigint NOT NULL REFERENCES public.users (id) ON DELETE CASCADE,
    rank integer NOT NULL DEFAULT 0,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    UNIQUE (poll_id, poll_option_id, user_id),
    FOREIGN KEY (poll_option_id, poll_id) REFERENCES plugin_polls.poll_options (id, poll_id) ON DELETE CASCADE
);

CREATE VIEW badge_posts AS
    SELECT p.* FROM posts p
      JOIN topics t ON t.id = p.topic_id
      JOIN categories c ON c.id = t.category_id
     WHERE c.read_restricted = false AND p.deleted_at IS NULL AND t.deleted_at IS NULL AND t.visible AND p.post_type IN (1, 2, 3);

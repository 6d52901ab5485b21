-- A Wikipedia-like benchmark after MediaWiki's tables: text titles unique in a namespace, timestamps as text, page and revision in a cycle.
CREATE TABLE useracct (
    user_id                  serial       PRIMARY KEY,
    user_name                varchar(255) NOT NULL DEFAULT '' UNIQUE,
    user_real_name           varchar(255) NOT NULL DEFAULT '',
    user_password            bytea        NOT NULL,
    user_newpass_time        char(14),
    user_email               varchar(255) NOT NULL,
    user_options             text         NOT NULL,
    user_touched             char(14)     NOT NULL CHECK (user_touched ~ '^[0-9]{14}$'),
    user_token               char(32)     NOT NULL DEFAULT '',
    user_editcount           int          CHECK (user_editcount >= 0)
);

CREATE TABLE ipblocks (
    ipb_id         serial       PRIMARY KEY,
    ipb_address    bytea        NOT NULL,
    ipb_user       int          NOT NULL DEFAULT 0 REFERENCES useracct (user_id),
    ipb_by         int          NOT NULL REFERENCES useracct (user_id),
    ipb_reason     bytea        NOT NULL,
    ipb_auto       smallint     NOT NULL DEFAULT 0,
    ipb_anon_only  smallint     NOT NULL DEFAULT 0,
    ipb_expiry     varchar(14)  NOT NULL,
    UNIQUE (ipb_address, ipb_user, ipb_auto, ipb_anon_only)
);

CREATE TABLE page (
    page_id           serial           PRIMARY KEY,
    page_namespace    int              NOT NULL CHECK (page_namespace >= 0 AND page_namespace <= 15),
    page_title        varchar(255)     NOT NULL,
    page_restrictions bytea            NOT NULL,
    page_counter      bigint           NOT NULL DEFAULT 0,
    page_is_redirect  smallint         NOT NULL DEFAULT 0 CHECK (page_is_redirect IN (0, 1)),
    page_is_new       smallint         NOT NULL DEFAULT 0 CHECK (page_is_new IN (0, 1)),
    page_random       double precision NOT NULL CHECK (page_random >= 0 AND page_random < 1),
    page_touched      char(14)         NOT NULL,
    page_latest       int              NOT NULL,
    page_len          int              NOT NULL,
    UNIQUE (page_namespace, page_title)
);

CREATE TABLE text (
    old_id    serial PRIMARY KEY,
    old_text  text   NOT NULL,
    old_flags bytea  NOT NULL,
    old_page  int    REFERENCES page (page_id)
);

CREATE TABLE revision (
    rev_id         serial       PRIMARY KEY,
    rev_page       int          NOT NULL REFERENCES page (page_id),
    rev_text_id    int          NOT NULL REFERENCES text (old_id),
    rev_comment    text         NOT NULL,
    rev_user       int          NOT NULL DEFAULT 0 REFERENCES useracct (user_id),
    rev_user_text  varchar(255) NOT NULL DEFAULT '',
    rev_timestamp  char(14)     NOT NULL,
    rev_minor_edit smallint     NOT NULL DEFAULT 0,
    rev_deleted    smallint     NOT NULL DEFAULT 0,
    rev_len        int,
    rev_parent_id  int          REFERENCES revision (rev_id),
    UNIQUE (rev_page, rev_id)
);
ALTER TABLE page ADD CONSTRAINT page_latest_fkey FOREIGN KEY (page_latest) REFERENCES revision (rev_id) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE watchlist (
    wl_user                  int          NOT NULL REFERENCES useracct (user_id),
    wl_namespace             int          NOT NULL DEFAULT 0,
    wl_title                 varchar(255) NOT NULL DEFAULT '',
    wl_notificationtimestamp varchar(14),
    UNIQUE (wl_user, wl_namespace, wl_title),
    FOREIGN KEY (wl_namespace, wl_title) REFERENCES page (page_namespace, page_title)
);

CREATE TABLE page_restrictions (
    pr_page    int         NOT NULL REFERENCES page (page_id) ON DELETE CASCADE,
    pr_type    varchar(60) NOT NULL CHECK (pr_type IN ('edit', 'move', 'upload', 'protect')),
    pr_level   varchar(60) NOT NULL,
    pr_cascade smallint    NOT NULL,
    pr_user    int         REFERENCES useracct (user_id),
    pr_expiry  varchar(14),
    pr_id      serial      NOT NULL UNIQUE,
    PRIMARY KEY (pr_page, pr_type)
);

CREATE TABLE recentchanges (
    rc_id         serial       PRIMARY KEY,
    rc_timestamp  varchar(14)  NOT NULL DEFAULT '',
    rc_user       int          NOT NULL DEFAULT 0 REFERENCES useracct (user_id),
    rc_namespace  int          NOT NULL DEFAULT 0,
    rc_title      varchar(255) NOT NULL DEFAULT '',
    rc_cur_id     int          NOT NULL REFERENCES page (page_id),
    rc_this_oldid int          NOT NULL REFERENCES revision (rev_id),
    rc_last_oldid int          NOT NULL REFERENCES revision (rev_id),
    rc_ip         varchar(40)  NOT NULL DEFAULT ''
);

CREATE TABLE value_backup (
    table_name varchar(255),
    maxid      int
);

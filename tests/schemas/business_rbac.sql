-- Permissions: roles that inherit roles, grants to a user or to a group but not to both, one grant a subject, expiring memberships.
CREATE TABLE realm (
    id   uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL UNIQUE
);
CREATE TABLE principal (
    id       uuid PRIMARY KEY,
    realm_id uuid NOT NULL REFERENCES realm,
    kind     text NOT NULL CHECK (kind IN ('user', 'group', 'service')),
    UNIQUE (id, kind)
);
CREATE TABLE user_account (
    id     uuid PRIMARY KEY,
    kind   text NOT NULL DEFAULT 'user' CHECK (kind = 'user'),
    login  varchar(32) NOT NULL UNIQUE CHECK (login ~ '^[a-z_][a-z0-9_]*$'),
    secret bytea NOT NULL CHECK (octet_length(secret) = 32),
    FOREIGN KEY (id, kind) REFERENCES principal (id, kind)
);
CREATE TABLE user_group (
    id   uuid PRIMARY KEY,
    kind text NOT NULL GENERATED ALWAYS AS ('group') STORED,
    name text NOT NULL,
    FOREIGN KEY (id) REFERENCES principal (id)
);
CREATE TABLE group_member (
    group_id uuid NOT NULL REFERENCES user_group,
    user_id  uuid NOT NULL REFERENCES user_account,
    since    date NOT NULL,
    until    date,
    PRIMARY KEY (group_id, user_id),
    CHECK (until > since)
);
CREATE TABLE role (
    realm_id uuid NOT NULL REFERENCES realm,
    name     text NOT NULL,
    PRIMARY KEY (realm_id, name)
);
CREATE TABLE role_inherits (
    realm_id uuid NOT NULL,
    role     text NOT NULL,
    parent   text NOT NULL,
    PRIMARY KEY (realm_id, role, parent),
    FOREIGN KEY (realm_id, role) REFERENCES role,
    FOREIGN KEY (realm_id, parent) REFERENCES role,
    CHECK (role <> parent)
);
CREATE TABLE permission (
    id       smallint PRIMARY KEY,
    resource text NOT NULL,
    action   char(1) NOT NULL CHECK (action IN ('C', 'R', 'U', 'D')),
    UNIQUE (resource, action)
);
CREATE TABLE role_permission (
    realm_id      uuid NOT NULL,
    role          text NOT NULL,
    permission_id smallint NOT NULL REFERENCES permission,
    PRIMARY KEY (realm_id, role, permission_id),
    FOREIGN KEY (realm_id, role) REFERENCES role
);
CREATE TABLE role_grant (
    id       bigserial PRIMARY KEY,
    realm_id uuid NOT NULL,
    role     text NOT NULL,
    user_id  uuid REFERENCES user_account,
    group_id uuid REFERENCES user_group,
    FOREIGN KEY (realm_id, role) REFERENCES role,
    CHECK ((user_id IS NULL) <> (group_id IS NULL))
);
CREATE UNIQUE INDEX role_grant_user ON role_grant (realm_id, role, user_id) WHERE user_id IS NOT NULL;
CREATE UNIQUE INDEX role_grant_group ON role_grant (realm_id, role, group_id) WHERE group_id IS NOT NULL;

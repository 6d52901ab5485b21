-- Multi-tenant SaaS: every key begins with the tenant, references share it, a task meets its tenant by four ways (diamonds).
CREATE TYPE plan_name AS ENUM ('free', 'team', 'business', 'enterprise');
CREATE TABLE tenants (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug       text NOT NULL UNIQUE CHECK (slug ~ '^[a-z][a-z0-9-]{2,30}$'),
    plan       plan_name NOT NULL DEFAULT 'free',
    seats      integer NOT NULL CHECK (seats > 0),
    created_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz CHECK (deleted_at >= created_at)
);
CREATE TABLE users (
    tenant_id bigint NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
    id        bigint NOT NULL,
    email     text NOT NULL CHECK (email LIKE '%@%.%'),
    name      text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    manager   bigint,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, manager) REFERENCES users (tenant_id, id)
);
CREATE UNIQUE INDEX users_email ON users (tenant_id, lower(email));
CREATE TABLE teams (
    tenant_id bigint NOT NULL REFERENCES tenants (id),
    id        integer NOT NULL,
    name      varchar(40) NOT NULL,
    lead_id   bigint NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name),
    FOREIGN KEY (tenant_id, lead_id) REFERENCES users (tenant_id, id)
);
CREATE TABLE memberships (
    tenant_id bigint NOT NULL,
    team_id   integer NOT NULL,
    user_id   bigint NOT NULL,
    role      text NOT NULL CHECK (role IN ('owner', 'admin', 'member')),
    PRIMARY KEY (tenant_id, team_id, user_id),
    FOREIGN KEY (tenant_id, team_id) REFERENCES teams (tenant_id, id),
    FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id)
);
CREATE TABLE projects (
    tenant_id bigint NOT NULL,
    id        integer NOT NULL,
    team_id   integer,
    key       char(4) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, key),
    FOREIGN KEY (tenant_id) REFERENCES tenants (id),
    FOREIGN KEY (tenant_id, team_id) REFERENCES teams (tenant_id, id)
);
CREATE TABLE labels (
    tenant_id bigint NOT NULL REFERENCES tenants (id),
    id        smallint NOT NULL,
    color     char(7) NOT NULL CHECK (color ~ '^#[0-9a-f]{6}$'),
    PRIMARY KEY (tenant_id, id)
);
CREATE TABLE tasks (
    tenant_id   bigint NOT NULL,
    project_id  integer NOT NULL,
    number      integer NOT NULL CHECK (number > 0),
    author_id   bigint NOT NULL,
    assignee_id bigint,
    label_id    smallint,
    parent      integer,
    title       text NOT NULL,
    done        boolean NOT NULL DEFAULT false,
    done_at     timestamptz,
    PRIMARY KEY (tenant_id, project_id, number),
    FOREIGN KEY (tenant_id, project_id) REFERENCES projects (tenant_id, id),
    FOREIGN KEY (tenant_id, author_id) REFERENCES users (tenant_id, id),
    FOREIGN KEY (tenant_id, assignee_id) REFERENCES users (tenant_id, id),
    FOREIGN KEY (tenant_id, label_id) REFERENCES labels (tenant_id, id),
    FOREIGN KEY (tenant_id, project_id, parent) REFERENCES tasks (tenant_id, project_id, number),
    CHECK (done = (done_at IS NOT NULL))
);
CREATE TABLE comments (
    id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id  bigint NOT NULL,
    project_id integer NOT NULL,
    task       integer NOT NULL,
    user_id    bigint NOT NULL,
    body       text NOT NULL,
    FOREIGN KEY (tenant_id, project_id, task) REFERENCES tasks (tenant_id, project_id, number),
    FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id)
);

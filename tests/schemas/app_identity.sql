-- An identity and access server: realms, clients, composite roles, flows, brokered logins.
-- Ids are varchar(36), dates are bigint milliseconds, names are upper-case-ish legacy.

CREATE DOMAIN kc_id AS varchar(36) CHECK (VALUE ~ '^[A-Za-z0-9_-]{1,36}$');
CREATE DOMAIN epoch_ms AS bigint CHECK (VALUE >= 0);

CREATE TABLE realm (
    id varchar(36) NOT NULL,
    access_code_lifespan integer,
    user_action_lifespan integer,
    access_token_lifespan integer,
    account_theme varchar(255),
    admin_theme varchar(255),
    email_theme varchar(255),
    login_theme varchar(255),
    enabled boolean NOT NULL DEFAULT false,
    events_enabled boolean NOT NULL DEFAULT false,
    events_expiration bigint,
    name varchar(255),
    not_before integer,
    password_policy varchar(2550),
    registration_allowed boolean NOT NULL DEFAULT false,
    remember_me boolean NOT NULL DEFAULT false,
    reset_password_allowed boolean NOT NULL DEFAULT false,
    ssl_required varchar(255),
    sso_idle_timeout integer,
    sso_max_lifespan integer,
    verify_email boolean NOT NULL DEFAULT false,
    master_admin_client varchar(36),
    login_lifespan integer,
    internationalization_enabled boolean NOT NULL DEFAULT false,
    default_locale varchar(255),
    reg_email_as_username boolean NOT NULL DEFAULT false,
    edit_username_allowed boolean NOT NULL DEFAULT false,
    login_with_email_allowed boolean NOT NULL DEFAULT true,
    duplicate_emails_allowed boolean NOT NULL DEFAULT false,
    browser_flow varchar(36),
    registration_flow varchar(36),
    direct_grant_flow varchar(36),
    reset_credentials_flow varchar(36),
    otp_policy_counter integer DEFAULT 0,
    otp_policy_window integer DEFAULT 1,
    otp_policy_period integer DEFAULT 30,
    otp_policy_digits integer DEFAULT 6,
    otp_policy_alg varchar(36) DEFAULT 'HmacSHA1',
    otp_policy_type varchar(36) DEFAULT 'totp',
    offline_session_idle_timeout integer DEFAULT 0,
    revoke_refresh_token boolean NOT NULL DEFAULT false,
    refresh_token_max_reuse integer DEFAULT 0,
    default_role varchar(255),
    CONSTRAINT constraint_4a PRIMARY KEY (id),
    CONSTRAINT uk_orvsdmla56612eaefiq6wl5oi UNIQUE (name),
    CONSTRAINT ck_ssl_required CHECK (ssl_required IN ('ALL', 'EXTERNAL', 'NONE')),
    CONSTRAINT ck_otp_digits CHECK (otp_policy_digits IN (6, 8)),
    CONSTRAINT ck_otp_type CHECK (otp_policy_type IN ('totp', 'hotp')),
    CONSTRAINT ck_otp_alg CHECK (otp_policy_alg IN ('HmacSHA1', 'HmacSHA256', 'HmacSHA512')),
    CONSTRAINT ck_sso CHECK (sso_idle_timeout <= sso_max_lifespan),
    CONSTRAINT ck_emails CHECK (NOT (login_with_email_allowed AND duplicate_emails_allowed)),
    CONSTRAINT ck_email_as_username CHECK (NOT (reg_email_as_username AND duplicate_emails_allowed))
);

CREATE TABLE realm_attribute (
    name varchar(255) NOT NULL,
    realm_id varchar(36) NOT NULL,
    value text,
    CONSTRAINT constraint_9 PRIMARY KEY (name, realm_id),
    CONSTRAINT fk_8shxd6l3e9atqukacxgpffptw FOREIGN KEY (realm_id) REFERENCES realm (id)
);

CREATE TABLE client (
    id varchar(36) NOT NULL,
    enabled boolean NOT NULL DEFAULT false,
    full_scope_allowed boolean NOT NULL DEFAULT false,
    client_id varchar(255),
    not_before integer,
    public_client boolean NOT NULL DEFAULT false,
    secret varchar(255),
    base_url varchar(255),
    bearer_only boolean NOT NULL DEFAULT false,
    management_url varchar(255),
    surrogate_auth_required boolean NOT NULL DEFAULT false,
    realm_id varchar(36),
    protocol varchar(255),
    node_rereg_timeout integer DEFAULT 0,
    frontchannel_logout boolean NOT NULL DEFAULT false,
    consent_required boolean NOT NULL DEFAULT false,
    name varchar(255),
    service_accounts_enabled boolean NOT NULL DEFAULT false,
    client_authenticator_type varchar(255),
    root_url varchar(255),
    description varchar(255),
    registration_token varchar(255),
    standard_flow_enabled boolean NOT NULL DEFAULT true,
    implicit_flow_enabled boolean NOT NULL DEFAULT false,
    direct_access_grants_enabled boolean NOT NULL DEFAULT false,
    always_display_in_console boolean NOT NULL DEFAULT false,
    CONSTRAINT constraint_7 PRIMARY KEY (id),
    CONSTRAINT uk_b71cjlbenv945rb6gcon438at UNIQUE (realm_id, client_id),
    CONSTRAINT fk_p56ctinxxb9gsk57fo49f9tac FOREIGN KEY (realm_id) REFERENCES realm (id),
    CONSTRAINT ck_protocol CHECK (protocol IN ('openid-connect', 'saml')),
    CONSTRAINT ck_public CHECK (NOT (public_client AND bearer_only)),
    CONSTRAINT ck_bearer_only CHECK (NOT bearer_only OR NOT (standard_flow_enabled OR implicit_flow_enabled)),
    CONSTRAINT ck_service_account CHECK (NOT service_accounts_enabled OR NOT public_client)
);
ALTER TABLE realm ADD CONSTRAINT fk_traf444kk6qrkms7n56aiwq5y FOREIGN KEY (master_admin_client) REFERENCES client (id);

CREATE TABLE redirect_uris (
    client_id varchar(36) NOT NULL REFERENCES client (id),
    value varchar(255) NOT NULL,
    CONSTRAINT constraint_redirect_uris PRIMARY KEY (client_id, value)
);

CREATE TABLE client_scope (
    id varchar(36) NOT NULL,
    name varchar(255),
    realm_id varchar(36),
    description varchar(255),
    protocol varchar(255),
    CONSTRAINT pk_cli_template PRIMARY KEY (id),
    CONSTRAINT uk_cli_scope UNIQUE (realm_id, name)
);
CREATE INDEX idx_realm_clscope ON client_scope (realm_id);

CREATE TABLE client_scope_client (
    client_id varchar(255) NOT NULL,
    scope_id varchar(255) NOT NULL,
    default_scope boolean NOT NULL DEFAULT false,
    CONSTRAINT c_cli_scope_bind PRIMARY KEY (client_id, scope_id)
);
COMMENT ON TABLE client_scope_client IS 'No foreign keys here on purpose, see the upgrade notes';

CREATE TABLE default_client_scope (
    realm_id varchar(36) NOT NULL REFERENCES realm (id),
    scope_id varchar(36) NOT NULL REFERENCES client_scope (id),
    default_scope boolean NOT NULL DEFAULT false,
    CONSTRAINT r_def_cli_scope_bind PRIMARY KEY (realm_id, scope_id)
);

CREATE TABLE protocol_mapper (
    id varchar(36) NOT NULL PRIMARY KEY,
    name varchar(255) NOT NULL,
    protocol varchar(255) NOT NULL,
    protocol_mapper_name varchar(255) NOT NULL,
    client_id varchar(36) REFERENCES client (id),
    client_scope_id varchar(36) REFERENCES client_scope (id),
    CONSTRAINT ck_mapper_owner CHECK (num_nonnulls(client_id, client_scope_id) = 1)
);
CREATE UNIQUE INDEX uk_mapper_client ON protocol_mapper (client_id, protocol, name) WHERE client_id IS NOT NULL;
CREATE UNIQUE INDEX uk_mapper_scope ON protocol_mapper (client_scope_id, protocol, name) WHERE client_scope_id IS NOT NULL;

CREATE TABLE protocol_mapper_config (
    protocol_mapper_id varchar(36) NOT NULL REFERENCES protocol_mapper (id),
    value text,
    name varchar(255) NOT NULL,
    PRIMARY KEY (protocol_mapper_id, name)
);

CREATE TABLE keycloak_role (
    id varchar(36) NOT NULL PRIMARY KEY,
    client_realm_constraint varchar(255),
    client_role boolean NOT NULL DEFAULT false,
    description varchar(255),
    name varchar(255),
    realm_id varchar(255),
    client varchar(36),
    realm varchar(36),
    CONSTRAINT "UK_J3RWUVD56ONTGSUHOGM184WW2-2" UNIQUE (name, client_realm_constraint),
    CONSTRAINT fk_6vyqfe4cn4wlq8r6kt5vdsj5c FOREIGN KEY (realm) REFERENCES realm (id),
    CONSTRAINT fk_kjho5le2c0ral09fl8cm9wfw9 FOREIGN KEY (client) REFERENCES client (id),
    CONSTRAINT ck_role_owner CHECK (client_role AND client IS NOT NULL AND client_realm_constraint = client
        OR NOT client_role AND client IS NULL AND client_realm_constraint = realm_id)
);
CREATE INDEX idx_keycloak_role_client ON keycloak_role (client);

CREATE TABLE composite_role (
    composite varchar(36) NOT NULL,
    child_role varchar(36) NOT NULL,
    CONSTRAINT constraint_composite_role PRIMARY KEY (composite, child_role),
    CONSTRAINT fk_a63wvekftu8jo1pnj81e7mce2 FOREIGN KEY (composite) REFERENCES keycloak_role (id),
    CONSTRAINT fk_gr7thllb9lu8q4vqa4524jjy8 FOREIGN KEY (child_role) REFERENCES keycloak_role (id),
    CONSTRAINT ck_not_self CHECK (composite <> child_role)
);

CREATE TABLE scope_mapping (
    client_id varchar(36) NOT NULL REFERENCES client (id),
    role_id varchar(36) NOT NULL REFERENCES keycloak_role (id),
    PRIMARY KEY (client_id, role_id)
);

CREATE TABLE keycloak_group (
    id varchar(36) NOT NULL PRIMARY KEY,
    name varchar(255) CHECK (name !~ '/'),
    parent_group varchar(36) NOT NULL DEFAULT ' ',
    realm_id varchar(36),
    type integer NOT NULL DEFAULT 0,
    CONSTRAINT sibling_names UNIQUE (realm_id, parent_group, name)
);
COMMENT ON COLUMN keycloak_group.parent_group IS 'a single space for a top-level group, so that sibling_names works';

CREATE TABLE group_role_mapping (
    role_id varchar(36) NOT NULL,
    group_id varchar(36) NOT NULL REFERENCES keycloak_group (id),
    PRIMARY KEY (role_id, group_id)
);

CREATE TABLE user_entity (
    id varchar(36) NOT NULL PRIMARY KEY,
    email varchar(255),
    email_constraint varchar(255),
    email_verified boolean NOT NULL DEFAULT false,
    enabled boolean NOT NULL DEFAULT false,
    federation_link varchar(255),
    first_name varchar(255),
    last_name varchar(255),
    realm_id varchar(255),
    username varchar(255),
    created_timestamp epoch_ms,
    service_account_client_link varchar(255),
    not_before integer NOT NULL DEFAULT 0,
    CONSTRAINT uk_dykn684sl8up1crfei6eckhd7 UNIQUE (realm_id, email_constraint),
    CONSTRAINT uk_ru8tt6t700s9v50bu18ws5ha6 UNIQUE (realm_id, username),
    CONSTRAINT ck_username_lower CHECK (username = lower(username)),
    CONSTRAINT ck_email_lower CHECK (email = lower(email)),
    CONSTRAINT ck_email_constraint CHECK (email_constraint IS NOT NULL),
    CONSTRAINT ck_verified_needs_email CHECK (NOT email_verified OR email IS NOT NULL)
);
CREATE INDEX idx_user_email ON user_entity (email);
CREATE INDEX idx_user_service_account ON user_entity (realm_id, service_account_client_link);

CREATE TABLE user_attribute (
    name varchar(255) NOT NULL,
    value varchar(255),
    user_id varchar(36) NOT NULL REFERENCES user_entity (id),
    id varchar(36) NOT NULL DEFAULT 'sybase-needs-something-here' PRIMARY KEY,
    long_value_hash bytea CHECK (octet_length(long_value_hash) = 64),
    long_value_hash_lower_case bytea CHECK (octet_length(long_value_hash_lower_case) = 64),
    long_value text,
    CONSTRAINT ck_long_value CHECK (value IS NULL OR long_value IS NULL),
    CONSTRAINT ck_long_hashes CHECK ((long_value IS NULL) = (long_value_hash IS NULL) AND (long_value IS NULL) = (long_value_hash_lower_case IS NULL))
);
CREATE INDEX idx_user_attribute_name ON user_attribute (name, value);

CREATE TABLE credential (
    id varchar(36) NOT NULL PRIMARY KEY,
    salt bytea,
    type varchar(255),
    user_id varchar(36) REFERENCES user_entity (id),
    created_date epoch_ms,
    user_label varchar(255),
    secret_data text CHECK (secret_data::json IS NOT NULL),
    credential_data text CHECK (credential_data::json IS NOT NULL),
    priority integer CHECK (priority > 0)
);
CREATE UNIQUE INDEX uk_one_password ON credential (user_id) WHERE type = 'password';

CREATE TABLE user_role_mapping (
    role_id varchar(255) NOT NULL,
    user_id varchar(36) NOT NULL REFERENCES user_entity (id),
    PRIMARY KEY (role_id, user_id)
);

CREATE TABLE user_group_membership (
    group_id varchar(36) NOT NULL,
    user_id varchar(36) NOT NULL REFERENCES user_entity (id),
    membership_type varchar(255) NOT NULL DEFAULT 'UNMANAGED' CHECK (membership_type IN ('MANAGED', 'UNMANAGED')),
    PRIMARY KEY (group_id, user_id)
);

CREATE TABLE authenticator_config (
    id varchar(36) NOT NULL PRIMARY KEY,
    alias varchar(255),
    realm_id varchar(36) REFERENCES realm (id)
);

CREATE TABLE authentication_flow (
    id varchar(36) NOT NULL PRIMARY KEY,
    alias varchar(255),
    description varchar(255),
    realm_id varchar(36) REFERENCES realm (id),
    provider_id varchar(36) NOT NULL DEFAULT 'basic-flow' CHECK (provider_id IN ('basic-flow', 'client-flow', 'form-flow')),
    top_level boolean NOT NULL DEFAULT false,
    built_in boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX uk_flow_alias ON authentication_flow (realm_id, alias);
ALTER TABLE realm
    ADD CONSTRAINT fk_realm_browser_flow FOREIGN KEY (browser_flow) REFERENCES authentication_flow (id) DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT fk_realm_registration_flow FOREIGN KEY (registration_flow) REFERENCES authentication_flow (id) DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT fk_realm_direct_grant_flow FOREIGN KEY (direct_grant_flow) REFERENCES authentication_flow (id) DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT fk_realm_reset_flow FOREIGN KEY (reset_credentials_flow) REFERENCES authentication_flow (id) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE authentication_execution (
    id varchar(36) NOT NULL PRIMARY KEY,
    alias varchar(255),
    authenticator varchar(36),
    realm_id varchar(36) REFERENCES realm (id),
    flow_id varchar(36) REFERENCES authentication_flow (id),
    requirement integer CHECK (requirement BETWEEN 0 AND 3),
    priority integer,
    authenticator_flow boolean NOT NULL DEFAULT false,
    auth_flow_id varchar(36),
    auth_config varchar(36),
    CONSTRAINT ck_exec_flow CHECK (authenticator_flow = (auth_flow_id IS NOT NULL)),
    CONSTRAINT ck_exec_authenticator CHECK (authenticator_flow OR authenticator IS NOT NULL),
    CONSTRAINT ck_exec_no_loop CHECK (auth_flow_id <> flow_id)
);
CREATE INDEX idx_auth_exec_realm_flow ON authentication_execution (realm_id, flow_id);

CREATE TABLE identity_provider (
    internal_id varchar(36) NOT NULL PRIMARY KEY,
    enabled boolean NOT NULL DEFAULT false,
    provider_alias varchar(255),
    provider_id varchar(255),
    store_token boolean NOT NULL DEFAULT false,
    authenticate_by_default boolean NOT NULL DEFAULT false,
    realm_id varchar(36) REFERENCES realm (id),
    add_token_role boolean NOT NULL DEFAULT true,
    trust_email boolean NOT NULL DEFAULT false,
    first_broker_login_flow_id varchar(36),
    post_broker_login_flow_id varchar(36),
    provider_display_name varchar(255),
    link_only boolean NOT NULL DEFAULT false,
    CONSTRAINT uk_2daelwnibji49avxsrtuf6xj33 UNIQUE (provider_alias, realm_id),
    CONSTRAINT ck_idp_link_only CHECK (NOT (link_only AND authenticate_by_default))
);

CREATE TABLE identity_provider_config (
    identity_provider_id varchar(36) NOT NULL REFERENCES identity_provider (internal_id),
    value text,
    name varchar(255) NOT NULL,
    PRIMARY KEY (identity_provider_id, name)
);

CREATE TABLE identity_provider_mapper (
    id varchar(36) NOT NULL PRIMARY KEY,
    name varchar(255) NOT NULL,
    idp_alias varchar(255) NOT NULL,
    idp_mapper_name varchar(255) NOT NULL,
    realm_id varchar(36) NOT NULL REFERENCES realm (id),
    FOREIGN KEY (idp_alias, realm_id) REFERENCES identity_provider (provider_alias, realm_id) ON UPDATE CASCADE ON DELETE CASCADE
);

CREATE TABLE federated_identity (
    identity_provider varchar(255) NOT NULL,
    realm_id varchar(36),
    federated_user_id varchar(255),
    federated_username varchar(255),
    token text,
    user_id varchar(36) NOT NULL REFERENCES user_entity (id),
    PRIMARY KEY (identity_provider, user_id)
);
CREATE INDEX idx_fedidentity_feduser ON federated_identity (federated_user_id);

CREATE TABLE event_entity (
    id varchar(36) NOT NULL PRIMARY KEY,
    client_id varchar(255),
    details_json varchar(2550),
    error varchar(255),
    ip_address varchar(255),
    realm_id varchar(255),
    session_id varchar(255),
    event_time epoch_ms,
    type varchar(255),
    user_id varchar(255),
    details_json_long_value text,
    CONSTRAINT ck_event_error CHECK ((type LIKE '%\_ERROR') = (error IS NOT NULL)),
    CONSTRAINT ck_event_type CHECK (type ~ '^[A-Z]+(_[A-Z]+)*$')
);
CREATE INDEX idx_event_time ON event_entity (realm_id, event_time);

CREATE TABLE offline_user_session (
    user_session_id varchar(36) NOT NULL,
    user_id varchar(255) NOT NULL,
    realm_id varchar(36) NOT NULL,
    created_on integer NOT NULL,
    offline_flag varchar(4) NOT NULL CHECK (offline_flag IN ('0', '1')),
    data text,
    last_session_refresh integer NOT NULL DEFAULT 0,
    broker_session_id varchar(1024),
    version integer DEFAULT 0,
    PRIMARY KEY (user_session_id, offline_flag),
    CHECK (last_session_refresh = 0 OR last_session_refresh >= created_on)
);

CREATE TABLE offline_client_session (
    user_session_id varchar(36) NOT NULL,
    client_id varchar(255) NOT NULL,
    offline_flag varchar(4) NOT NULL,
    "timestamp" integer,
    data text,
    external_client_id varchar(255) NOT NULL DEFAULT 'local',
    client_storage_provider varchar(36) NOT NULL DEFAULT 'local',
    PRIMARY KEY (user_session_id, client_id, client_storage_provider, external_client_id, offline_flag),
    CONSTRAINT fk_session FOREIGN KEY (user_session_id, offline_flag) REFERENCES offline_user_session (user_session_id, offline_flag) ON DELETE CASCADE
);

CREATE TABLE migration_model (
    id kc_id NOT NULL PRIMARY KEY,
    version varchar(36) UNIQUE,
    update_time bigint NOT NULL DEFAULT 0
);

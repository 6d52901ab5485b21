-- A workflow scheduler's metadata database: dag_id / task_id / run_id / map_index everywhere.

CREATE TABLE log_template (
    id serial PRIMARY KEY,
    filename text NOT NULL,
    elasticsearch_id text NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE dag (
    dag_id varchar(250) NOT NULL,
    root_dag_id varchar(250),
    is_paused boolean,
    is_subdag boolean,
    is_active boolean,
    last_parsed_time timestamptz,
    last_pickled timestamptz,
    last_expired timestamptz,
    scheduler_lock boolean,
    pickle_id integer,
    fileloc varchar(2000),
    processor_subdir varchar(2000),
    owners varchar(2000),
    dag_display_name varchar(2000),
    description text,
    default_view varchar(25),
    schedule_interval text,
    timetable_description varchar(1000),
    max_active_tasks integer NOT NULL,
    max_active_runs integer,
    max_consecutive_failed_dag_runs integer NOT NULL DEFAULT 0,
    has_task_concurrency_limits boolean NOT NULL,
    has_import_errors boolean DEFAULT false,
    next_dagrun timestamptz,
    next_dagrun_data_interval_start timestamptz,
    next_dagrun_data_interval_end timestamptz,
    next_dagrun_create_after timestamptz,
    CONSTRAINT dag_pkey PRIMARY KEY (dag_id),
    CONSTRAINT dag_id_chars CHECK (dag_id ~ '^[A-Za-z0-9_.-]+$'),
    CONSTRAINT dag_default_view CHECK (default_view IN ('grid', 'graph', 'duration', 'gantt', 'landing_times')),
    CONSTRAINT dag_limits CHECK (max_active_tasks > 0 AND max_active_runs >= 0),
    CONSTRAINT dag_interval CHECK (next_dagrun_data_interval_start <= next_dagrun_data_interval_end)
);
CREATE INDEX idx_root_dag_id ON dag (root_dag_id);
CREATE INDEX idx_next_dagrun_create_after ON dag (next_dagrun_create_after);
ALTER TABLE dag ADD CONSTRAINT dag_root_dag_id_fkey FOREIGN KEY (root_dag_id) REFERENCES dag (dag_id) ON DELETE CASCADE;
ALTER TABLE dag ADD CONSTRAINT dag_subdag CHECK (NOT is_subdag OR root_dag_id IS NOT NULL);

CREATE TABLE dag_tag (
    name varchar(100) NOT NULL,
    dag_id varchar(250) NOT NULL,
    CONSTRAINT dag_tag_pkey PRIMARY KEY (name, dag_id),
    CONSTRAINT dag_tag_dag_id_fkey FOREIGN KEY (dag_id) REFERENCES dag (dag_id) ON DELETE CASCADE
);

CREATE TABLE dag_owner_attributes (
    dag_id varchar(250) NOT NULL,
    owner varchar(500) NOT NULL,
    link varchar(500) NOT NULL CHECK (link ~* '^(https?://|mailto:)'),
    CONSTRAINT dag_owner_attributes_pkey PRIMARY KEY (dag_id, owner),
    CONSTRAINT "dag.dag_id" FOREIGN KEY (dag_id) REFERENCES dag (dag_id) ON DELETE CASCADE
);

CREATE TABLE serialized_dag (
    dag_id varchar(250) NOT NULL PRIMARY KEY,
    fileloc varchar(2000) NOT NULL,
    fileloc_hash bigint NOT NULL,
    data json,
    data_compressed bytea,
    dag_hash varchar(32) NOT NULL CHECK (dag_hash ~ '^[0-9a-f]{32}$'),
    processor_subdir varchar(2000),
    last_updated timestamptz NOT NULL,
    CONSTRAINT serialized_dag_dag_fkey FOREIGN KEY (dag_id) REFERENCES dag (dag_id) ON DELETE CASCADE,
    CONSTRAINT serialized_dag_payload CHECK (num_nonnulls(data, data_compressed) = 1)
);
CREATE INDEX idx_fileloc_hash ON serialized_dag (fileloc_hash);

CREATE TABLE dag_run (
    id serial PRIMARY KEY,
    dag_id varchar(250) NOT NULL,
    queued_at timestamptz,
    execution_date timestamptz NOT NULL,
    start_date timestamptz,
    end_date timestamptz,
    state varchar(50),
    run_id varchar(250) NOT NULL,
    creating_job_id integer,
    external_trigger boolean,
    run_type varchar(50) NOT NULL,
    conf bytea,
    data_interval_start timestamptz,
    data_interval_end timestamptz,
    last_scheduling_decision timestamptz,
    dag_hash varchar(32),
    log_template_id integer,
    updated_at timestamptz DEFAULT now(),
    clear_number integer NOT NULL DEFAULT 0,
    CONSTRAINT dag_run_dag_id_execution_date_key UNIQUE (dag_id, execution_date),
    CONSTRAINT dag_run_dag_id_run_id_key UNIQUE (dag_id, run_id),
    CONSTRAINT task_instance_log_template_id_fkey FOREIGN KEY (log_template_id) REFERENCES log_template (id),
    CONSTRAINT dag_run_dag_fkey FOREIGN KEY (dag_id) REFERENCES dag (dag_id) ON DELETE CASCADE,
    CONSTRAINT dag_run_state CHECK (state IN ('queued', 'running', 'success', 'failed')),
    CONSTRAINT dag_run_type CHECK (run_type IN ('backfill', 'scheduled', 'manual', 'dataset_triggered')),
    CONSTRAINT dag_run_run_id_prefix CHECK (run_type = 'manual' OR run_id LIKE run_type || '\_\_%'),
    CONSTRAINT dag_run_dates CHECK (start_date <= end_date),
    CONSTRAINT dag_run_interval CHECK ((data_interval_start IS NULL) = (data_interval_end IS NULL) AND data_interval_start <= data_interval_end),
    CONSTRAINT dag_run_finished CHECK (state NOT IN ('success', 'failed') OR end_date IS NOT NULL)
);
CREATE INDEX idx_dag_run_running_dags ON dag_run (state, dag_id) WHERE state::text = 'running'::text;
CREATE INDEX idx_dag_run_queued_dags ON dag_run (state, dag_id) WHERE state::text = 'queued'::text;
CREATE INDEX idx_last_scheduling_decision ON dag_run (last_scheduling_decision);

CREATE TABLE job (
    id serial PRIMARY KEY,
    dag_id varchar(250),
    state varchar(20) CHECK (state IN ('running', 'success', 'failed', 'restarting')),
    job_type varchar(30) CHECK (job_type IN ('SchedulerJob', 'LocalTaskJob', 'TriggererJob', 'BackfillJob', 'DagProcessorJob')),
    start_date timestamptz,
    end_date timestamptz,
    latest_heartbeat timestamptz,
    executor_class varchar(500),
    hostname varchar(500),
    unixname varchar(1000),
    CONSTRAINT job_heartbeat CHECK (latest_heartbeat >= start_date)
);
CREATE INDEX job_type_heart ON job (job_type, latest_heartbeat);
CREATE INDEX idx_job_state_heartbeat ON job (state, latest_heartbeat);
ALTER TABLE dag_run ADD CONSTRAINT dag_run_creating_job_fkey FOREIGN KEY (creating_job_id) REFERENCES job (id) ON DELETE SET NULL;

CREATE TABLE trigger (
    id serial PRIMARY KEY,
    classpath varchar(1000) NOT NULL,
    kwargs text NOT NULL,
    created_date timestamptz NOT NULL,
    triggerer_id integer
);

CREATE TABLE slot_pool (
    id serial PRIMARY KEY,
    pool varchar(256) UNIQUE,
    slots integer CHECK (slots >= -1),
    description text,
    include_deferred boolean NOT NULL
);

CREATE TABLE task_instance (
    task_id varchar(250) NOT NULL,
    dag_id varchar(250) NOT NULL,
    run_id varchar(250) NOT NULL,
    map_index integer NOT NULL DEFAULT -1,
    start_date timestamptz,
    end_date timestamptz,
    duration double precision,
    state varchar(20),
    try_number integer,
    max_tries integer DEFAULT -1,
    hostname varchar(1000),
    unixname varchar(1000),
    job_id integer,
    pool varchar(256) NOT NULL,
    pool_slots integer NOT NULL,
    queue varchar(256),
    priority_weight integer,
    operator varchar(1000),
    custom_operator_name varchar(1000),
    queued_dttm timestamptz,
    queued_by_job_id integer,
    pid integer,
    executor_config bytea,
    updated_at timestamptz DEFAULT now(),
    rendered_map_index varchar(250),
    external_executor_id varchar(250),
    trigger_id integer,
    trigger_timeout timestamp,
    next_method varchar(1000),
    next_kwargs json,
    CONSTRAINT task_instance_pkey PRIMARY KEY (dag_id, task_id, run_id, map_index),
    CONSTRAINT task_instance_dag_run_fkey FOREIGN KEY (dag_id, run_id) REFERENCES dag_run (dag_id, run_id) ON DELETE CASCADE,
    CONSTRAINT task_instance_trigger_id_fkey FOREIGN KEY (trigger_id) REFERENCES trigger (id) ON DELETE CASCADE,
    CONSTRAINT task_instance_pool_fkey FOREIGN KEY (pool) REFERENCES slot_pool (pool) ON UPDATE CASCADE,
    CONSTRAINT ti_map_index CHECK (map_index >= -1),
    CONSTRAINT ti_pool_slots CHECK (pool_slots >= 1),
    CONSTRAINT ti_state CHECK (state IN ('removed', 'scheduled', 'queued', 'running', 'success', 'restarting', 'failed', 'up_for_retry', 'up_for_reschedule', 'upstream_failed', 'skipped', 'deferred')),
    CONSTRAINT ti_deferred CHECK (state <> 'deferred' OR (trigger_id IS NOT NULL AND next_method IS NOT NULL)),
    CONSTRAINT ti_end CHECK (end_date IS NULL OR (end_date >= start_date AND duration IS NOT NULL)),
    CONSTRAINT ti_duration CHECK (duration >= 0),
    CONSTRAINT ti_tries CHECK (try_number >= 0)
);
CREATE INDEX ti_dag_state ON task_instance (dag_id, state);
CREATE INDEX ti_state_lkp ON task_instance (dag_id, task_id, run_id, state);
CREATE INDEX ti_heartbeat ON task_instance (job_id);
CREATE UNIQUE INDEX ti_external_executor ON task_instance (external_executor_id) WHERE external_executor_id IS NOT NULL AND state IN ('queued', 'running');

CREATE FUNCTION bump_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at = clock_timestamp();
    RETURN NEW;
END;
$$;
CREATE TRIGGER ti_updated BEFORE INSERT OR UPDATE ON task_instance FOR EACH ROW EXECUTE PROCEDURE bump_updated_at();
CREATE TRIGGER dag_run_updated BEFORE INSERT OR UPDATE ON dag_run FOR EACH ROW EXECUTE PROCEDURE bump_updated_at();

CREATE TABLE task_instance_note (
    user_id integer,
    task_id varchar(250) NOT NULL,
    dag_id varchar(250) NOT NULL,
    run_id varchar(250) NOT NULL,
    map_index integer NOT NULL,
    content varchar(1000),
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT task_instance_note_pkey PRIMARY KEY (task_id, dag_id, run_id, map_index),
    CONSTRAINT task_instance_note_ti_fkey FOREIGN KEY (dag_id, task_id, run_id, map_index) REFERENCES task_instance (dag_id, task_id, run_id, map_index) ON UPDATE CASCADE ON DELETE CASCADE,
    CHECK (updated_at >= created_at)
);

CREATE TABLE dag_run_note (
    user_id integer,
    dag_run_id integer NOT NULL CONSTRAINT dag_run_note_pkey PRIMARY KEY,
    content varchar(1000),
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT dag_run_note_dr_fkey FOREIGN KEY (dag_run_id) REFERENCES dag_run (id) ON DELETE CASCADE
);

CREATE TABLE task_map (
    dag_id varchar(250) NOT NULL,
    task_id varchar(250) NOT NULL,
    run_id varchar(250) NOT NULL,
    map_index integer NOT NULL,
    length integer NOT NULL,
    keys json,
    CONSTRAINT task_map_pkey PRIMARY KEY (dag_id, task_id, run_id, map_index),
    CONSTRAINT task_map_task_instance_fkey FOREIGN KEY (dag_id, task_id, run_id, map_index) REFERENCES task_instance (dag_id, task_id, run_id, map_index) ON UPDATE CASCADE ON DELETE CASCADE,
    CONSTRAINT ck_task_map_task_map_length_not_negative CHECK (length >= 0),
    CONSTRAINT task_map_keys_array CHECK (keys IS NULL OR json_typeof(keys) = 'array')
);

CREATE TABLE xcom (
    dag_run_id integer NOT NULL,
    task_id varchar(250) NOT NULL,
    map_index integer NOT NULL DEFAULT -1,
    key varchar(512) NOT NULL,
    dag_id varchar(250) NOT NULL,
    run_id varchar(250) NOT NULL,
    value bytea,
    timestamp timestamptz NOT NULL,
    CONSTRAINT xcom_pkey PRIMARY KEY (dag_run_id, task_id, map_index, key),
    CONSTRAINT xcom_task_instance_fkey FOREIGN KEY (dag_id, task_id, run_id, map_index) REFERENCES task_instance (dag_id, task_id, run_id, map_index) ON DELETE CASCADE,
    CONSTRAINT xcom_size CHECK (octet_length(value) <= 49344)
);
CREATE INDEX idx_xcom_key ON xcom (key);
CREATE INDEX idx_xcom_task_instance ON xcom (dag_id, task_id, run_id, map_index);

CREATE TABLE task_fail (
    id serial PRIMARY KEY,
    task_id varchar(250) NOT NULL,
    dag_id varchar(250) NOT NULL,
    run_id varchar(250) NOT NULL,
    map_index integer NOT NULL DEFAULT -1,
    start_date timestamptz,
    end_date timestamptz,
    duration integer,
    CONSTRAINT task_fail_ti_fkey FOREIGN KEY (dag_id, task_id, run_id, map_index) REFERENCES task_instance (dag_id, task_id, run_id, map_index) ON DELETE CASCADE,
    CHECK (end_date >= start_date)
);

CREATE TABLE task_reschedule (
    id serial PRIMARY KEY,
    task_id varchar(250) NOT NULL,
    dag_id varchar(250) NOT NULL,
    run_id varchar(250) NOT NULL,
    map_index integer NOT NULL DEFAULT -1,
    try_number integer NOT NULL,
    start_date timestamptz NOT NULL,
    end_date timestamptz NOT NULL,
    duration integer NOT NULL,
    reschedule_date timestamptz NOT NULL,
    CONSTRAINT task_reschedule_ti_fkey FOREIGN KEY (dag_id, task_id, run_id, map_index) REFERENCES task_instance (dag_id, task_id, run_id, map_index) ON DELETE CASCADE,
    CONSTRAINT task_reschedule_dr_fkey FOREIGN KEY (dag_id, run_id) REFERENCES dag_run (dag_id, run_id) ON DELETE CASCADE,
    CONSTRAINT task_reschedule_order CHECK (start_date <= end_date AND end_date <= reschedule_date)
);

CREATE TABLE rendered_task_instance_fields (
    dag_id varchar(250) NOT NULL,
    task_id varchar(250) NOT NULL,
    run_id varchar(250) NOT NULL,
    map_index integer NOT NULL DEFAULT -1,
    rendered_fields json NOT NULL,
    k8s_pod_yaml json,
    PRIMARY KEY (dag_id, task_id, run_id, map_index),
    CONSTRAINT rtif_ti_fkey FOREIGN KEY (dag_id, task_id, run_id, map_index) REFERENCES task_instance (dag_id, task_id, run_id, map_index) ON DELETE CASCADE
);

CREATE TABLE sla_miss (
    task_id varchar(250) NOT NULL,
    dag_id varchar(250) NOT NULL,
    execution_date timestamptz NOT NULL,
    email_sent boolean,
    timestamp timestamptz,
    description text,
    notification_sent boolean,
    PRIMARY KEY (task_id, dag_id, execution_date),
    FOREIGN KEY (dag_id, execution_date) REFERENCES dag_run (dag_id, execution_date) ON DELETE CASCADE
);

CREATE TABLE dataset (
    id serial PRIMARY KEY,
    uri varchar(3000) NOT NULL CHECK (uri ~ '^[\x20-\x7e]+$' AND uri !~ '^airflow:'),
    extra json NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    is_orphaned boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX idx_uri_unique ON dataset (uri);

CREATE TABLE dag_schedule_dataset_reference (
    dataset_id integer NOT NULL REFERENCES dataset (id) ON DELETE CASCADE,
    dag_id varchar(250) NOT NULL REFERENCES dag (dag_id) ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT dsdr_pkey PRIMARY KEY (dataset_id, dag_id)
);

CREATE TABLE task_outlet_dataset_reference (
    dataset_id integer NOT NULL REFERENCES dataset (id) ON DELETE CASCADE,
    dag_id varchar(250) NOT NULL REFERENCES dag (dag_id) ON DELETE CASCADE,
    task_id varchar(250) NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT todr_pkey PRIMARY KEY (dataset_id, dag_id, task_id)
);

CREATE TABLE dataset_dag_run_queue (
    dataset_id integer NOT NULL,
    target_dag_id varchar(250) NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT datasetdagrunqueue_pkey PRIMARY KEY (dataset_id, target_dag_id),
    CONSTRAINT ddrq_ref_fkey FOREIGN KEY (dataset_id, target_dag_id) REFERENCES dag_schedule_dataset_reference (dataset_id, dag_id) ON DELETE CASCADE
);

CREATE TABLE dataset_event (
    id serial PRIMARY KEY,
    dataset_id integer NOT NULL REFERENCES dataset (id),
    extra json NOT NULL,
    source_task_id varchar(250),
    source_dag_id varchar(250),
    source_run_id varchar(250),
    source_map_index integer DEFAULT -1,
    timestamp timestamptz NOT NULL,
    CONSTRAINT dataset_event_source CHECK (num_nulls(source_task_id, source_dag_id, source_run_id) IN (0, 3))
);
CREATE INDEX idx_dataset_id_timestamp ON dataset_event (dataset_id, timestamp);

CREATE TABLE dagrun_dataset_event (
    dag_run_id integer NOT NULL REFERENCES dag_run (id) ON DELETE CASCADE,
    event_id integer NOT NULL REFERENCES dataset_event (id) ON DELETE CASCADE,
    PRIMARY KEY (dag_run_id, event_id)
);

CREATE TABLE connection (
    id serial PRIMARY KEY,
    conn_id varchar(250) NOT NULL UNIQUE CHECK (conn_id ~ '^[\w#!()\-.:/\\]{1,}$'),
    conn_type varchar(500) NOT NULL,
    host varchar(500),
    schema varchar(500),
    login text,
    password text,
    port integer CHECK (port BETWEEN 1 AND 65535),
    description text,
    is_encrypted boolean,
    is_extra_encrypted boolean,
    extra text
);

CREATE TABLE variable (
    id serial PRIMARY KEY,
    key varchar(250) UNIQUE,
    val text,
    description text,
    is_encrypted boolean
);

CREATE TABLE log (
    id serial PRIMARY KEY,
    dttm timestamptz,
    dag_id varchar(250),
    task_id varchar(250),
    map_index integer,
    event varchar(60),
    execution_date timestamptz,
    run_id varchar(250),
    owner varchar(500),
    owner_display_name varchar(500),
    extra text
);
CREATE INDEX idx_log_dag ON log (dag_id);

CREATE TABLE ab_role (
    id serial PRIMARY KEY,
    name varchar(64) NOT NULL UNIQUE
);

CREATE TABLE ab_user (
    id serial PRIMARY KEY,
    first_name varchar(256) NOT NULL,
    last_name varchar(256) NOT NULL,
    username varchar(512) NOT NULL UNIQUE,
    password varchar(256),
    active boolean,
    email varchar(512) NOT NULL UNIQUE,
    last_login timestamp,
    login_count integer,
    fail_login_count integer CHECK (fail_login_count >= 0),
    created_on timestamp,
    changed_on timestamp,
    created_by_fk integer REFERENCES ab_user (id),
    changed_by_fk integer REFERENCES ab_user (id)
);
CREATE UNIQUE INDEX idx_ab_user_username ON ab_user (lower(username::text));
ALTER TABLE dag_run_note ADD CONSTRAINT dag_run_note_user_fkey FOREIGN KEY (user_id) REFERENCES ab_user (id);
ALTER TABLE task_instance_note ADD CONSTRAINT task_instance_note_user_fkey FOREIGN KEY (user_id) REFERENCES ab_user (id);

CREATE TABLE ab_user_role (
    id serial PRIMARY KEY,
    user_id integer REFERENCES ab_user (id),
    role_id integer REFERENCES ab_role (id),
    UNIQUE (user_id, role_id)
);

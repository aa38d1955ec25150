IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [account_lists] (
        [id] int NOT NULL IDENTITY,
        [name] nvarchar(255) NOT NULL,
        [normalized_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [description] nvarchar(2000) NULL,
        [kind] int NOT NULL,
        [status] int NOT NULL,
        [condition] nvarchar(max) NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [pk_account_lists] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [accounts] (
        [id] bigint NOT NULL IDENTITY,
        [source_key] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [name] nvarchar(255) NOT NULL,
        [normalized_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [parent_account_id] bigint NULL,
        [parent_source_key] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [industry] nvarchar(255) NULL,
        [normalized_industry] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [annual_revenue] decimal(19,4) NULL,
        [number_of_employees] int NULL,
        [website] nvarchar(255) NULL,
        [normalized_website] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [sic_code] nvarchar(255) NULL,
        [normalized_sic_code] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [phone] nvarchar(255) NULL,
        [normalized_phone] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [billing_street] nvarchar(255) NULL,
        [normalized_billing_street] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [billing_city] nvarchar(255) NULL,
        [normalized_billing_city] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [billing_state] nvarchar(255) NULL,
        [normalized_billing_state] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [billing_region] nvarchar(255) NULL,
        [normalized_billing_region] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [billing_postal_code] nvarchar(255) NULL,
        [normalized_billing_postal_code] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [billing_country] nvarchar(255) NULL,
        [normalized_billing_country] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [source_type] nvarchar(255) NULL,
        [normalized_source_type] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [owner_id] int NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [pk_accounts] PRIMARY KEY ([id]),
        CONSTRAINT [fk_accounts_accounts_parent_account_id] FOREIGN KEY ([parent_account_id]) REFERENCES [accounts] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [actors] (
        [id] int NOT NULL IDENTITY,
        [kind] int NOT NULL,
        [reference] nvarchar(100) NOT NULL,
        [name] nvarchar(255) NOT NULL,
        CONSTRAINT [pk_actors] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [audiences] (
        [id] int NOT NULL IDENTITY,
        [name] nvarchar(255) NOT NULL,
        [normalized_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [description] nvarchar(2000) NULL,
        [status] int NOT NULL,
        [condition] nvarchar(max) NOT NULL,
        [account_count] int NULL,
        [evaluated_at] datetime2 NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [pk_audiences] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [audit_heads] (
        [id] int NOT NULL,
        [sequence] bigint NOT NULL,
        [hash] nvarchar(64) NOT NULL,
        CONSTRAINT [pk_audit_heads] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [buying_group_roles] (
        [id] int NOT NULL IDENTITY,
        [name] nvarchar(100) NOT NULL,
        [normalized_name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [abbreviation] nvarchar(3) NOT NULL,
        [is_default] bit NOT NULL,
        [updated_at] datetime2 NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [pk_buying_group_roles] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [custom_fields] (
        [id] int NOT NULL IDENTITY,
        [target] int NOT NULL,
        [kind] int NOT NULL,
        [name] nvarchar(100) NOT NULL,
        [normalized_name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [choices] nvarchar(max) NOT NULL,
        [updated_at] datetime2 NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [pk_custom_fields] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [data_protection_keys] (
        [id] int NOT NULL IDENTITY,
        [friendly_name] nvarchar(255) NOT NULL,
        [xml] nvarchar(max) NOT NULL,
        CONSTRAINT [pk_data_protection_keys] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [import_files] (
        [id] int NOT NULL IDENTITY,
        [kind] int NOT NULL,
        [file_name] nvarchar(255) NOT NULL,
        [stored_as] nvarchar(255) NULL,
        [size] bigint NOT NULL,
        [settings] nvarchar(max) NOT NULL,
        [status] int NOT NULL,
        [job_id] bigint NULL,
        [rows_read] bigint NOT NULL,
        [created] bigint NOT NULL,
        [updated] bigint NOT NULL,
        [unchanged] bigint NOT NULL,
        [rejected] bigint NOT NULL,
        [actor_id] int NOT NULL,
        [created_at] datetime2 NOT NULL,
        [finished_at] datetime2 NULL,
        CONSTRAINT [pk_import_files] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [import_mappings] (
        [id] int NOT NULL IDENTITY,
        [kind] int NOT NULL,
        [name] nvarchar(255) NOT NULL,
        [mapping] nvarchar(max) NOT NULL,
        [actor_id] int NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [pk_import_mappings] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [jobs] (
        [id] bigint NOT NULL IDENTITY,
        [kind] nvarchar(60) NOT NULL,
        [title] nvarchar(300) NOT NULL,
        [title_arguments] nvarchar(max) NOT NULL,
        [parameters] nvarchar(max) NOT NULL,
        [exclusive_key] nvarchar(200) NULL,
        [status] int NOT NULL,
        [done_units] bigint NOT NULL,
        [total_units] bigint NULL,
        [cursor] nvarchar(max) NULL,
        [result] nvarchar(max) NULL,
        [error] nvarchar(max) NULL,
        [link] nvarchar(500) NULL,
        [actor_id] int NOT NULL,
        [user_id] int NULL,
        [created_at] datetime2 NOT NULL,
        [started_at] datetime2 NULL,
        [finished_at] datetime2 NULL,
        [owner] nvarchar(200) NULL,
        [token] int NOT NULL,
        [heartbeat_at] datetime2 NULL,
        [attempts] int NOT NULL,
        [cancel_requested] bit NOT NULL,
        CONSTRAINT [pk_jobs] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [membership_changes] (
        [id] bigint NOT NULL IDENTITY,
        [buying_group_id] bigint NOT NULL,
        [person_id] bigint NOT NULL,
        [kind] int NOT NULL,
        [applied] bit NOT NULL,
        [role_id] int NULL,
        [previous_role_id] int NULL,
        [source] int NOT NULL,
        [actor_id] int NOT NULL,
        [at] datetime2 NOT NULL,
        [standing_source] int NULL,
        [standing_actor_id] int NULL,
        [standing_removed] bit NULL,
        CONSTRAINT [pk_membership_changes] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [personas] (
        [id] int NOT NULL IDENTITY,
        [name] nvarchar(100) NOT NULL,
        [normalized_name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [condition] nvarchar(max) NOT NULL,
        [updated_at] datetime2 NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [pk_personas] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [record_changes] (
        [id] bigint NOT NULL IDENTITY,
        [subject_kind] int NOT NULL,
        [subject_id] bigint NOT NULL,
        [field] nvarchar(100) NOT NULL,
        [before] nvarchar(max) NULL,
        [after] nvarchar(max) NULL,
        [at] datetime2 NOT NULL,
        [actor_id] int NOT NULL,
        CONSTRAINT [pk_record_changes] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [role_templates] (
        [id] int NOT NULL IDENTITY,
        [name] nvarchar(255) NOT NULL,
        [normalized_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [description] nvarchar(2000) NULL,
        [status] int NOT NULL,
        [published_at] datetime2 NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [pk_role_templates] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [roles] (
        [id] int NOT NULL IDENTITY,
        [description] nvarchar(500) NULL,
        [is_default] bit NOT NULL,
        [name] nvarchar(256) NULL,
        [normalized_name] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
        [concurrency_stamp] nvarchar(max) NULL,
        CONSTRAINT [pk_roles] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [settings] (
        [key] nvarchar(100) NOT NULL,
        [value] nvarchar(4000) NOT NULL,
        CONSTRAINT [pk_settings] PRIMARY KEY ([key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [stage_models] (
        [id] int NOT NULL IDENTITY,
        [name] nvarchar(255) NOT NULL,
        [normalized_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [status] int NOT NULL,
        [updated_at] datetime2 NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [pk_stage_models] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [users] (
        [id] int NOT NULL IDENTITY,
        [display_name] nvarchar(200) NOT NULL,
        [time_zone] nvarchar(100) NULL,
        [culture] nvarchar(20) NULL,
        [is_disabled] bit NOT NULL,
        [uses_shortcuts] bit NOT NULL,
        [must_change_password] bit NOT NULL,
        [created_at] datetime2 NOT NULL,
        [last_sign_in_at] datetime2 NULL,
        [user_name] nvarchar(256) NULL,
        [normalized_user_name] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
        [email] nvarchar(256) NULL,
        [normalized_email] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
        [email_confirmed] bit NOT NULL,
        [password_hash] nvarchar(max) NULL,
        [security_stamp] nvarchar(max) NULL,
        [concurrency_stamp] nvarchar(max) NULL,
        [phone_number] nvarchar(max) NULL,
        [phone_number_confirmed] bit NOT NULL,
        [two_factor_enabled] bit NOT NULL,
        [lockout_end] datetimeoffset NULL,
        [lockout_enabled] bit NOT NULL,
        [access_failed_count] int NOT NULL,
        CONSTRAINT [pk_users] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [account_list_members] (
        [account_list_id] int NOT NULL,
        [account_id] bigint NOT NULL,
        [added_at] datetime2 NOT NULL,
        [actor_id] int NOT NULL,
        CONSTRAINT [pk_account_list_members] PRIMARY KEY ([account_list_id], [account_id]),
        CONSTRAINT [fk_account_list_members_account_lists_account_list_id] FOREIGN KEY ([account_list_id]) REFERENCES [account_lists] ([id]) ON DELETE CASCADE,
        CONSTRAINT [fk_account_list_members_accounts_account_id] FOREIGN KEY ([account_id]) REFERENCES [accounts] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [opportunities] (
        [id] bigint NOT NULL IDENTITY,
        [source_key] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [account_id] bigint NOT NULL,
        [name] nvarchar(255) NOT NULL,
        [stage] nvarchar(255) NULL,
        [amount] decimal(19,4) NULL,
        [expected_close] date NULL,
        [is_closed] bit NOT NULL,
        [is_won] bit NOT NULL,
        CONSTRAINT [pk_opportunities] PRIMARY KEY ([id]),
        CONSTRAINT [fk_opportunities_accounts_account_id] FOREIGN KEY ([account_id]) REFERENCES [accounts] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [people] (
        [id] bigint NOT NULL IDENTITY,
        [source_key] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [account_id] bigint NOT NULL,
        [email] nvarchar(254) NOT NULL,
        [normalized_email] nvarchar(254) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [first_name] nvarchar(255) NULL,
        [normalized_first_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [middle_name] nvarchar(255) NULL,
        [normalized_middle_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [last_name] nvarchar(255) NULL,
        [normalized_last_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [salutation] nvarchar(255) NULL,
        [normalized_salutation] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [job_title] nvarchar(255) NULL,
        [normalized_job_title] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [phone] nvarchar(255) NULL,
        [normalized_phone] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [mobile_phone] nvarchar(255) NULL,
        [normalized_mobile_phone] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [fax] nvarchar(255) NULL,
        [normalized_fax] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [city] nvarchar(255) NULL,
        [normalized_city] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [state] nvarchar(255) NULL,
        [normalized_state] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [postal_code] nvarchar(255) NULL,
        [normalized_postal_code] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [country] nvarchar(255) NULL,
        [normalized_country] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [lead_status] nvarchar(255) NULL,
        [normalized_lead_status] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [unsubscribed_reason] nvarchar(255) NULL,
        [normalized_unsubscribed_reason] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [marketing_suspended_cause] nvarchar(255) NULL,
        [normalized_marketing_suspended_cause] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [inferred_state] nvarchar(255) NULL,
        [normalized_inferred_state] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [inferred_region] nvarchar(255) NULL,
        [normalized_inferred_region] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [date_of_birth] date NULL,
        [unsubscribed] bit NOT NULL,
        [marketing_suspended] bit NOT NULL,
        [email_invalid] bit NOT NULL,
        [email_suspended] bit NOT NULL,
        [engagement_score] float NOT NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [pk_people] PRIMARY KEY ([id]),
        CONSTRAINT [fk_people_accounts_account_id] FOREIGN KEY ([account_id]) REFERENCES [accounts] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [audit_entries] (
        [sequence] bigint NOT NULL,
        [at] datetime2 NOT NULL,
        [actor_id] int NOT NULL,
        [came_from] nvarchar(100) NOT NULL,
        [action] nvarchar(100) NOT NULL,
        [subject_kind] nvarchar(60) NOT NULL,
        [subject_id] nvarchar(60) NOT NULL,
        [subject_name] nvarchar(600) NULL,
        [before] nvarchar(max) NULL,
        [after] nvarchar(max) NULL,
        [detail_hash] nvarchar(64) NOT NULL,
        [hash] nvarchar(64) NOT NULL,
        CONSTRAINT [pk_audit_entries] PRIMARY KEY ([sequence]),
        CONSTRAINT [fk_audit_entries_actors_actor_id] FOREIGN KEY ([actor_id]) REFERENCES [actors] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [account_field_values] (
        [field_id] int NOT NULL,
        [account_id] bigint NOT NULL,
        [text] nvarchar(255) NULL,
        [normalized_text_value] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [number] decimal(19,4) NULL,
        [date] date NULL,
        [boolean] bit NULL,
        CONSTRAINT [pk_account_field_values] PRIMARY KEY ([account_id], [field_id]),
        CONSTRAINT [fk_account_field_values_accounts_account_id] FOREIGN KEY ([account_id]) REFERENCES [accounts] ([id]) ON DELETE CASCADE,
        CONSTRAINT [fk_account_field_values_custom_fields_field_id] FOREIGN KEY ([field_id]) REFERENCES [custom_fields] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [import_rejections] (
        [import_file_id] int NOT NULL,
        [line] bigint NOT NULL,
        [reason] nvarchar(60) NOT NULL,
        [message] nvarchar(1000) NOT NULL,
        [row] nvarchar(max) NULL,
        CONSTRAINT [pk_import_rejections] PRIMARY KEY ([import_file_id], [line]),
        CONSTRAINT [fk_import_rejections_import_files_import_file_id] FOREIGN KEY ([import_file_id]) REFERENCES [import_files] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [role_cards] (
        [id] int NOT NULL IDENTITY,
        [role_template_id] int NOT NULL,
        [role_id] int NOT NULL,
        [priority] int NOT NULL,
        [weighting] int NOT NULL,
        [auto_assign] bit NOT NULL,
        [condition] nvarchar(max) NULL,
        [required_for_completeness] bit NOT NULL,
        [members_required] int NOT NULL,
        CONSTRAINT [pk_role_cards] PRIMARY KEY ([id]),
        CONSTRAINT [fk_role_cards_buying_group_roles_role_id] FOREIGN KEY ([role_id]) REFERENCES [buying_group_roles] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [fk_role_cards_role_templates_role_template_id] FOREIGN KEY ([role_template_id]) REFERENCES [role_templates] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [role_claims] (
        [id] int NOT NULL IDENTITY,
        [role_id] int NOT NULL,
        [claim_type] nvarchar(max) NULL,
        [claim_value] nvarchar(max) NULL,
        CONSTRAINT [pk_role_claims] PRIMARY KEY ([id]),
        CONSTRAINT [fk_role_claims_roles_role_id] FOREIGN KEY ([role_id]) REFERENCES [roles] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [solution_interests] (
        [id] int NOT NULL IDENTITY,
        [name] nvarchar(255) NOT NULL,
        [normalized_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [description] nvarchar(2000) NULL,
        [role_template_id] int NOT NULL,
        [stage_model_id] int NULL,
        [update_existing_buying_groups] bit NOT NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [pk_solution_interests] PRIMARY KEY ([id]),
        CONSTRAINT [fk_solution_interests_role_templates_role_template_id] FOREIGN KEY ([role_template_id]) REFERENCES [role_templates] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [fk_solution_interests_stage_models_stage_model_id] FOREIGN KEY ([stage_model_id]) REFERENCES [stage_models] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [stages] (
        [id] int NOT NULL IDENTITY,
        [stage_model_id] int NOT NULL,
        [name] nvarchar(100) NOT NULL,
        [description] nvarchar(2000) NULL,
        [order] int NOT NULL,
        [kind] int NOT NULL,
        CONSTRAINT [pk_stages] PRIMARY KEY ([id]),
        CONSTRAINT [fk_stages_stage_models_stage_model_id] FOREIGN KEY ([stage_model_id]) REFERENCES [stage_models] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [notifications] (
        [id] bigint NOT NULL IDENTITY,
        [user_id] int NOT NULL,
        [text] nvarchar(500) NOT NULL,
        [arguments] nvarchar(max) NOT NULL,
        [link] nvarchar(500) NULL,
        [tone] nvarchar(10) NOT NULL,
        [at] datetime2 NOT NULL,
        [read_at] datetime2 NULL,
        CONSTRAINT [pk_notifications] PRIMARY KEY ([id]),
        CONSTRAINT [fk_notifications_users_user_id] FOREIGN KEY ([user_id]) REFERENCES [users] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [saved_views] (
        [id] int NOT NULL IDENTITY,
        [user_id] int NOT NULL,
        [list] nvarchar(60) NOT NULL,
        [name] nvarchar(255) NOT NULL,
        [query] nvarchar(4000) NOT NULL,
        [is_shared] bit NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [pk_saved_views] PRIMARY KEY ([id]),
        CONSTRAINT [fk_saved_views_users_user_id] FOREIGN KEY ([user_id]) REFERENCES [users] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [user_claims] (
        [id] int NOT NULL IDENTITY,
        [user_id] int NOT NULL,
        [claim_type] nvarchar(max) NULL,
        [claim_value] nvarchar(max) NULL,
        CONSTRAINT [pk_user_claims] PRIMARY KEY ([id]),
        CONSTRAINT [fk_user_claims_users_user_id] FOREIGN KEY ([user_id]) REFERENCES [users] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [user_logins] (
        [login_provider] nvarchar(450) NOT NULL,
        [provider_key] nvarchar(450) NOT NULL,
        [provider_display_name] nvarchar(max) NULL,
        [user_id] int NOT NULL,
        CONSTRAINT [pk_user_logins] PRIMARY KEY ([login_provider], [provider_key]),
        CONSTRAINT [fk_user_logins_users_user_id] FOREIGN KEY ([user_id]) REFERENCES [users] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [user_roles] (
        [user_id] int NOT NULL,
        [role_id] int NOT NULL,
        CONSTRAINT [pk_user_roles] PRIMARY KEY ([user_id], [role_id]),
        CONSTRAINT [fk_user_roles_roles_role_id] FOREIGN KEY ([role_id]) REFERENCES [roles] ([id]) ON DELETE CASCADE,
        CONSTRAINT [fk_user_roles_users_user_id] FOREIGN KEY ([user_id]) REFERENCES [users] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [user_tokens] (
        [user_id] int NOT NULL,
        [login_provider] nvarchar(450) NOT NULL,
        [name] nvarchar(450) NOT NULL,
        [value] nvarchar(max) NULL,
        CONSTRAINT [pk_user_tokens] PRIMARY KEY ([user_id], [login_provider], [name]),
        CONSTRAINT [fk_user_tokens_users_user_id] FOREIGN KEY ([user_id]) REFERENCES [users] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [person_field_values] (
        [field_id] int NOT NULL,
        [person_id] bigint NOT NULL,
        [text] nvarchar(255) NULL,
        [normalized_text_value] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [number] decimal(19,4) NULL,
        [date] date NULL,
        [boolean] bit NULL,
        CONSTRAINT [pk_person_field_values] PRIMARY KEY ([person_id], [field_id]),
        CONSTRAINT [fk_person_field_values_custom_fields_field_id] FOREIGN KEY ([field_id]) REFERENCES [custom_fields] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [fk_person_field_values_people_person_id] FOREIGN KEY ([person_id]) REFERENCES [people] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [person_roles_in_account] (
        [person_id] bigint NOT NULL,
        [normalized_name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [name] nvarchar(100) NOT NULL,
        CONSTRAINT [pk_person_roles_in_account] PRIMARY KEY ([person_id], [normalized_name]),
        CONSTRAINT [fk_person_roles_in_account_people_person_id] FOREIGN KEY ([person_id]) REFERENCES [people] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [creation_jobs] (
        [id] int NOT NULL IDENTITY,
        [solution_interest_id] int NOT NULL,
        [audience_id] int NULL,
        [account_list_id] int NULL,
        [created_at] datetime2 NOT NULL,
        [actor_id] int NOT NULL,
        [last_run_at] datetime2 NULL,
        [groups_created] int NOT NULL,
        CONSTRAINT [pk_creation_jobs] PRIMARY KEY ([id]),
        CONSTRAINT [fk_creation_jobs_account_lists_account_list_id] FOREIGN KEY ([account_list_id]) REFERENCES [account_lists] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [fk_creation_jobs_audiences_audience_id] FOREIGN KEY ([audience_id]) REFERENCES [audiences] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [fk_creation_jobs_solution_interests_solution_interest_id] FOREIGN KEY ([solution_interest_id]) REFERENCES [solution_interests] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [buying_groups] (
        [id] bigint NOT NULL IDENTITY,
        [account_id] bigint NOT NULL,
        [solution_interest_id] int NOT NULL,
        [name] nvarchar(515) NOT NULL,
        [normalized_name] nvarchar(515) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [stage_id] int NULL,
        [stage_since] datetime2 NULL,
        [status] nvarchar(50) NULL,
        [normalized_status] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
        [completeness] int NOT NULL,
        [engagement_score] float NOT NULL,
        [engagement_change] float NOT NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [pk_buying_groups] PRIMARY KEY ([id]),
        CONSTRAINT [fk_buying_groups_accounts_account_id] FOREIGN KEY ([account_id]) REFERENCES [accounts] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [fk_buying_groups_solution_interests_solution_interest_id] FOREIGN KEY ([solution_interest_id]) REFERENCES [solution_interests] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [fk_buying_groups_stages_stage_id] FOREIGN KEY ([stage_id]) REFERENCES [stages] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [stage_transitions] (
        [from_stage_id] int NOT NULL,
        [to_stage_id] int NOT NULL,
        [stage_model_id] int NOT NULL,
        CONSTRAINT [pk_stage_transitions] PRIMARY KEY ([from_stage_id], [to_stage_id]),
        CONSTRAINT [fk_stage_transitions_stage_models_stage_model_id] FOREIGN KEY ([stage_model_id]) REFERENCES [stage_models] ([id]) ON DELETE CASCADE,
        CONSTRAINT [fk_stage_transitions_stages_from_stage_id] FOREIGN KEY ([from_stage_id]) REFERENCES [stages] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [fk_stage_transitions_stages_to_stage_id] FOREIGN KEY ([to_stage_id]) REFERENCES [stages] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [dismissed_suggestions] (
        [buying_group_id] bigint NOT NULL,
        [person_id] bigint NOT NULL,
        [role_id] int NOT NULL,
        [at] datetime2 NOT NULL,
        [actor_id] int NOT NULL,
        CONSTRAINT [pk_dismissed_suggestions] PRIMARY KEY ([buying_group_id], [person_id], [role_id]),
        CONSTRAINT [fk_dismissed_suggestions_buying_groups_buying_group_id] FOREIGN KEY ([buying_group_id]) REFERENCES [buying_groups] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [members] (
        [buying_group_id] bigint NOT NULL,
        [person_id] bigint NOT NULL,
        [role_id] int NOT NULL,
        [source] int NOT NULL,
        [is_active] bit NOT NULL,
        [changed_at] datetime2 NOT NULL,
        [actor_id] int NOT NULL,
        CONSTRAINT [pk_members] PRIMARY KEY ([buying_group_id], [person_id]),
        CONSTRAINT [fk_members_buying_group_roles_role_id] FOREIGN KEY ([role_id]) REFERENCES [buying_group_roles] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [fk_members_buying_groups_buying_group_id] FOREIGN KEY ([buying_group_id]) REFERENCES [buying_groups] ([id]) ON DELETE CASCADE,
        CONSTRAINT [fk_members_people_person_id] FOREIGN KEY ([person_id]) REFERENCES [people] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE TABLE [role_fills] (
        [buying_group_id] bigint NOT NULL,
        [role_id] int NOT NULL,
        [assigned] int NOT NULL,
        CONSTRAINT [pk_role_fills] PRIMARY KEY ([buying_group_id], [role_id]),
        CONSTRAINT [fk_role_fills_buying_group_roles_role_id] FOREIGN KEY ([role_id]) REFERENCES [buying_group_roles] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [fk_role_fills_buying_groups_buying_group_id] FOREIGN KEY ([buying_group_id]) REFERENCES [buying_groups] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'id', N'hash', N'sequence') AND [object_id] = OBJECT_ID(N'[audit_heads]'))
        SET IDENTITY_INSERT [audit_heads] ON;
    EXEC(N'INSERT INTO [audit_heads] ([id], [hash], [sequence])
    VALUES (1, N'''', CAST(0 AS bigint))');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'id', N'hash', N'sequence') AND [object_id] = OBJECT_ID(N'[audit_heads]'))
        SET IDENTITY_INSERT [audit_heads] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'id', N'abbreviation', N'is_default', N'name', N'normalized_name', N'updated_at', N'version') AND [object_id] = OBJECT_ID(N'[buying_group_roles]'))
        SET IDENTITY_INSERT [buying_group_roles] ON;
    EXEC(N'INSERT INTO [buying_group_roles] ([id], [abbreviation], [is_default], [name], [normalized_name], [updated_at], [version])
    VALUES (1, N''DM'', CAST(1 AS bit), N''Decision Maker'', N''decision maker'', ''2026-01-01T00:00:00.0000000Z'', 1),
    (2, N''IN'', CAST(1 AS bit), N''Influencer'', N''influencer'', ''2026-01-01T00:00:00.0000000Z'', 1),
    (3, N''PR'', CAST(1 AS bit), N''Practitioner'', N''practitioner'', ''2026-01-01T00:00:00.0000000Z'', 1),
    (4, N''EX'', CAST(1 AS bit), N''Executive Steering Committee'', N''executive steering committee'', ''2026-01-01T00:00:00.0000000Z'', 1),
    (5, N''CH'', CAST(1 AS bit), N''Champion'', N''champion'', ''2026-01-01T00:00:00.0000000Z'', 1),
    (6, N''OT'', CAST(1 AS bit), N''Other'', N''other'', ''2026-01-01T00:00:00.0000000Z'', 1)');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'id', N'abbreviation', N'is_default', N'name', N'normalized_name', N'updated_at', N'version') AND [object_id] = OBJECT_ID(N'[buying_group_roles]'))
        SET IDENTITY_INSERT [buying_group_roles] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_account_field_values_field_id] ON [account_field_values] ([field_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_account_list_members_account_id] ON [account_list_members] ([account_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [ix_account_lists_normalized_name] ON [account_lists] ([normalized_name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_accounts_annual_revenue_id] ON [accounts] ([annual_revenue], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_accounts_normalized_billing_city_id] ON [accounts] ([normalized_billing_city], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_accounts_normalized_billing_country_id] ON [accounts] ([normalized_billing_country], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_accounts_normalized_industry_id] ON [accounts] ([normalized_industry], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_accounts_normalized_name_id] ON [accounts] ([normalized_name], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_accounts_number_of_employees_id] ON [accounts] ([number_of_employees], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_accounts_owner_id] ON [accounts] ([owner_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_accounts_parent_account_id] ON [accounts] ([parent_account_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_accounts_parent_source_key] ON [accounts] ([parent_source_key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [ix_accounts_source_key] ON [accounts] ([source_key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_accounts_updated_at_id] ON [accounts] ([updated_at], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [ix_actors_reference] ON [actors] ([reference]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [ix_audiences_normalized_name] ON [audiences] ([normalized_name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_audit_entries_actor_id_sequence] ON [audit_entries] ([actor_id], [sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_audit_entries_at_sequence] ON [audit_entries] ([at], [sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_audit_entries_subject_kind_subject_id_sequence] ON [audit_entries] ([subject_kind], [subject_id], [sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [ix_buying_group_roles_abbreviation] ON [buying_group_roles] ([abbreviation]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [ix_buying_group_roles_normalized_name] ON [buying_group_roles] ([normalized_name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [ix_buying_groups_account_id_solution_interest_id] ON [buying_groups] ([account_id], [solution_interest_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_buying_groups_completeness_id] ON [buying_groups] ([completeness], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_buying_groups_engagement_score_id] ON [buying_groups] ([engagement_score], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_buying_groups_normalized_name_id] ON [buying_groups] ([normalized_name], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_buying_groups_normalized_status_id] ON [buying_groups] ([normalized_status], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_buying_groups_solution_interest_id_completeness] ON [buying_groups] ([solution_interest_id], [completeness]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_buying_groups_stage_id_id] ON [buying_groups] ([stage_id], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_buying_groups_updated_at_id] ON [buying_groups] ([updated_at], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_creation_jobs_account_list_id] ON [creation_jobs] ([account_list_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_creation_jobs_audience_id] ON [creation_jobs] ([audience_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_creation_jobs_solution_interest_id] ON [creation_jobs] ([solution_interest_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [ix_custom_fields_target_normalized_name] ON [custom_fields] ([target], [normalized_name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_import_files_created_at] ON [import_files] ([created_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [ix_import_mappings_kind_name] ON [import_mappings] ([kind], [name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_jobs_exclusive_key] ON [jobs] ([exclusive_key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_jobs_kind_id] ON [jobs] ([kind], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_jobs_status_id] ON [jobs] ([status], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_members_person_id] ON [members] ([person_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_members_role_id] ON [members] ([role_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_membership_changes_buying_group_id_id] ON [membership_changes] ([buying_group_id], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_membership_changes_person_id_id] ON [membership_changes] ([person_id], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_notifications_user_id_read_at_id] ON [notifications] ([user_id], [read_at], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_opportunities_account_id] ON [opportunities] ([account_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [ix_opportunities_source_key] ON [opportunities] ([source_key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_people_account_id] ON [people] ([account_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_people_engagement_score_id] ON [people] ([engagement_score], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_people_normalized_country_id] ON [people] ([normalized_country], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_people_normalized_email_id] ON [people] ([normalized_email], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_people_normalized_first_name_id] ON [people] ([normalized_first_name], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_people_normalized_job_title_id] ON [people] ([normalized_job_title], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_people_normalized_last_name_normalized_first_name_id] ON [people] ([normalized_last_name], [normalized_first_name], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [ix_people_source_key] ON [people] ([source_key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_people_unsubscribed_id] ON [people] ([unsubscribed], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_people_updated_at_id] ON [people] ([updated_at], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_person_field_values_field_id] ON [person_field_values] ([field_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [ix_personas_normalized_name] ON [personas] ([normalized_name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_record_changes_subject_kind_subject_id_id] ON [record_changes] ([subject_kind], [subject_id], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_role_cards_role_id] ON [role_cards] ([role_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [ix_role_cards_role_template_id_role_id] ON [role_cards] ([role_template_id], [role_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_role_claims_role_id] ON [role_claims] ([role_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_role_fills_role_id_assigned_buying_group_id] ON [role_fills] ([role_id], [assigned], [buying_group_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [ix_role_templates_normalized_name] ON [role_templates] ([normalized_name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [role_name_index] ON [roles] ([normalized_name]) WHERE [normalized_name] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [ix_saved_views_list_user_id_name] ON [saved_views] ([list], [user_id], [name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_saved_views_user_id] ON [saved_views] ([user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [ix_solution_interests_normalized_name] ON [solution_interests] ([normalized_name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_solution_interests_role_template_id] ON [solution_interests] ([role_template_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_solution_interests_stage_model_id] ON [solution_interests] ([stage_model_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [ix_stage_models_normalized_name] ON [stage_models] ([normalized_name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_stage_transitions_stage_model_id] ON [stage_transitions] ([stage_model_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_stage_transitions_to_stage_id] ON [stage_transitions] ([to_stage_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_stages_stage_model_id] ON [stages] ([stage_model_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_user_claims_user_id] ON [user_claims] ([user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_user_logins_user_id] ON [user_logins] ([user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [ix_user_roles_role_id] ON [user_roles] ([role_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    CREATE INDEX [email_index] ON [users] ([normalized_email]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [user_name_index] ON [users] ([normalized_user_name]) WHERE [normalized_user_name] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122022805_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122022805_Initial', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122034828_Journeys'
)
BEGIN
    CREATE TABLE [journey_batches] (
        [id] bigint NOT NULL IDENTITY,
        [journey_id] int NOT NULL,
        [partition] int NOT NULL,
        [token] bigint NOT NULL,
        [at] bigint NOT NULL,
        CONSTRAINT [pk_journey_batches] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122034828_Journeys'
)
BEGIN
    CREATE TABLE [journey_entries] (
        [id] bigint NOT NULL,
        [account_id] bigint NOT NULL,
        [journey_id] int NOT NULL,
        [entry_number] int NOT NULL,
        [partition] int NOT NULL,
        [node_key] int NOT NULL,
        [due_at] bigint NULL,
        [status] int NOT NULL,
        [entered_at] bigint NOT NULL,
        [arrived_at] bigint NOT NULL,
        [error] nvarchar(1000) NULL,
        CONSTRAINT [pk_journey_entries] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122034828_Journeys'
)
BEGIN
    CREATE TABLE [journey_listenings] (
        [node_key] int NOT NULL,
        [partition] int NOT NULL,
        [seen_id] bigint NOT NULL,
        CONSTRAINT [pk_journey_listenings] PRIMARY KEY ([node_key], [partition])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122034828_Journeys'
)
BEGIN
    CREATE TABLE [journey_node_statistics] (
        [node_key] int NOT NULL,
        [partition] int NOT NULL,
        [path] smallint NOT NULL,
        [passed] bigint NOT NULL,
        CONSTRAINT [pk_journey_node_statistics] PRIMARY KEY ([node_key], [partition], [path])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122034828_Journeys'
)
BEGIN
    CREATE TABLE [journey_variant_counts] (
        [node_key] int NOT NULL,
        [routed] bigint NOT NULL,
        CONSTRAINT [pk_journey_variant_counts] PRIMARY KEY ([node_key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122034828_Journeys'
)
BEGIN
    CREATE TABLE [journey_visits] (
        [node_key] int NOT NULL,
        [entry_id] bigint NOT NULL,
        [path] smallint NOT NULL,
        [batch_id] bigint NOT NULL,
        [detail] nvarchar(200) NULL,
        CONSTRAINT [pk_journey_visits] PRIMARY KEY ([node_key], [entry_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122034828_Journeys'
)
BEGIN
    CREATE TABLE [journeys] (
        [id] int NOT NULL IDENTITY,
        [name] nvarchar(255) NOT NULL,
        [normalized_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [description] nvarchar(2000) NULL,
        [status] int NOT NULL,
        [draft] nvarchar(max) NOT NULL,
        [live_version_id] int NULL,
        [starts_at] datetime2 NULL,
        [ends_at] datetime2 NULL,
        [problem] nvarchar(1000) NULL,
        [created_at] datetime2 NOT NULL,
        [created_by] int NOT NULL,
        [updated_at] datetime2 NOT NULL,
        [updated_by] int NOT NULL,
        [published_at] datetime2 NULL,
        [published_by] int NULL,
        [ended_at] datetime2 NULL,
        [version] int NOT NULL,
        CONSTRAINT [pk_journeys] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122034828_Journeys'
)
BEGIN
    CREATE TABLE [outbox_messages] (
        [id] bigint NOT NULL IDENTITY,
        [node_key] int NOT NULL,
        [entry_id] bigint NOT NULL,
        [account_id] bigint NOT NULL,
        [person_id] bigint NOT NULL,
        [kind] nvarchar(40) NOT NULL,
        [status] int NOT NULL,
        [attempts] int NOT NULL,
        [next_at] bigint NOT NULL,
        [created_at] bigint NOT NULL,
        [sent_at] bigint NULL,
        [error] nvarchar(1000) NULL,
        CONSTRAINT [pk_outbox_messages] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122034828_Journeys'
)
BEGIN
    CREATE TABLE [journey_invitations] (
        [journey_id] int NOT NULL,
        [account_id] bigint NOT NULL,
        [node_key] int NOT NULL,
        [at] bigint NOT NULL,
        CONSTRAINT [pk_journey_invitations] PRIMARY KEY ([journey_id], [account_id]),
        CONSTRAINT [fk_journey_invitations_journeys_journey_id] FOREIGN KEY ([journey_id]) REFERENCES [journeys] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122034828_Journeys'
)
BEGIN
    CREATE TABLE [journey_leases] (
        [journey_id] int NOT NULL,
        [partition] int NOT NULL,
        [owner] nvarchar(200) NULL,
        [token] bigint NOT NULL,
        [until_at] bigint NOT NULL,
        [enrolled_at] bigint NOT NULL,
        CONSTRAINT [pk_journey_leases] PRIMARY KEY ([journey_id], [partition]),
        CONSTRAINT [fk_journey_leases_journeys_journey_id] FOREIGN KEY ([journey_id]) REFERENCES [journeys] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122034828_Journeys'
)
BEGIN
    CREATE TABLE [journey_versions] (
        [id] int NOT NULL IDENTITY,
        [journey_id] int NOT NULL,
        [number] int NOT NULL,
        [document] nvarchar(max) NOT NULL,
        [published_at] datetime2 NOT NULL,
        [actor_id] int NOT NULL,
        CONSTRAINT [pk_journey_versions] PRIMARY KEY ([id]),
        CONSTRAINT [fk_journey_versions_journeys_journey_id] FOREIGN KEY ([journey_id]) REFERENCES [journeys] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122034828_Journeys'
)
BEGIN
    CREATE TABLE [journey_node_keys] (
        [id] int NOT NULL IDENTITY,
        [journey_version_id] int NOT NULL,
        [node_id] nvarchar(40) NOT NULL,
        [actor_id] int NOT NULL,
        CONSTRAINT [pk_journey_node_keys] PRIMARY KEY ([id]),
        CONSTRAINT [fk_journey_node_keys_journey_versions_journey_version_id] FOREIGN KEY ([journey_version_id]) REFERENCES [journey_versions] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122034828_Journeys'
)
BEGIN
    CREATE INDEX [ix_journey_batches_journey_id_id] ON [journey_batches] ([journey_id], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122034828_Journeys'
)
BEGIN
    CREATE UNIQUE INDEX [ix_journey_entries_account_id_journey_id_entry_number] ON [journey_entries] ([account_id], [journey_id], [entry_number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122034828_Journeys'
)
BEGIN
    EXEC(N'CREATE INDEX [ix_journey_entries_node_key_partition_due_at_id] ON [journey_entries] ([node_key], [partition], [due_at], [id]) WHERE due_at IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122034828_Journeys'
)
BEGIN
    CREATE UNIQUE INDEX [ix_journey_node_keys_journey_version_id_node_id] ON [journey_node_keys] ([journey_version_id], [node_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122034828_Journeys'
)
BEGIN
    CREATE UNIQUE INDEX [ix_journey_versions_journey_id_number] ON [journey_versions] ([journey_id], [number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122034828_Journeys'
)
BEGIN
    CREATE UNIQUE INDEX [ix_journeys_normalized_name] ON [journeys] ([normalized_name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122034828_Journeys'
)
BEGIN
    CREATE INDEX [ix_journeys_status_id] ON [journeys] ([status], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122034828_Journeys'
)
BEGIN
    CREATE INDEX [ix_journeys_updated_at_id] ON [journeys] ([updated_at], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122034828_Journeys'
)
BEGIN
    CREATE UNIQUE INDEX [ix_outbox_messages_node_key_entry_id_person_id] ON [outbox_messages] ([node_key], [entry_id], [person_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122034828_Journeys'
)
BEGIN
    CREATE INDEX [ix_outbox_messages_status_next_at_id] ON [outbox_messages] ([status], [next_at], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122034828_Journeys'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122034828_Journeys', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122035137_ActivitiesAndEvents'
)
BEGIN
    CREATE TABLE [activity_attribute_names] (
        [name] nvarchar(50) NOT NULL,
        CONSTRAINT [pk_activity_attribute_names] PRIMARY KEY ([name])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122035137_ActivitiesAndEvents'
)
BEGIN
    CREATE TABLE [activity_types] (
        [id] int NOT NULL IDENTITY,
        [name] nvarchar(100) NOT NULL,
        [normalized_name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [is_built_in] bit NOT NULL,
        [is_retired] bit NOT NULL,
        [updated_at] datetime2 NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [pk_activity_types] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122035137_ActivitiesAndEvents'
)
BEGIN
    CREATE TABLE [change_events] (
        [id] bigint NOT NULL IDENTITY,
        [kind] int NOT NULL,
        [account_id] bigint NOT NULL,
        [person_id] bigint NULL,
        [buying_group_id] bigint NULL,
        [field] nvarchar(100) NULL,
        [previous] nvarchar(255) NULL,
        [current] nvarchar(255) NULL,
        [actor_id] int NOT NULL,
        [at] datetime2 NOT NULL,
        CONSTRAINT [pk_change_events] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122035137_ActivitiesAndEvents'
)
BEGIN
    CREATE TABLE [stage_changes] (
        [id] bigint NOT NULL IDENTITY,
        [buying_group_id] bigint NOT NULL,
        [from_stage_id] int NULL,
        [to_stage_id] int NOT NULL,
        [applied] bit NOT NULL,
        [reason] nvarchar(60) NULL,
        [source] int NOT NULL,
        [actor_id] int NOT NULL,
        [at] datetime2 NOT NULL,
        CONSTRAINT [pk_stage_changes] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122035137_ActivitiesAndEvents'
)
BEGIN
    CREATE TABLE [activities] (
        [id] bigint NOT NULL IDENTITY,
        [account_id] bigint NOT NULL,
        [person_id] bigint NULL,
        [activity_type_id] int NOT NULL,
        [occurred_at] datetime2 NOT NULL,
        [recorded_at] datetime2 NOT NULL,
        [source_key] nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [pk_activities] PRIMARY KEY ([id]),
        CONSTRAINT [fk_activities_activity_types_activity_type_id] FOREIGN KEY ([activity_type_id]) REFERENCES [activity_types] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [fk_activities_people_person_id] FOREIGN KEY ([person_id]) REFERENCES [people] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122035137_ActivitiesAndEvents'
)
BEGIN
    CREATE TABLE [activity_attributes] (
        [activity_id] bigint NOT NULL,
        [name] nvarchar(50) NOT NULL,
        [value] nvarchar(2000) NOT NULL,
        [normalized_value] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [pk_activity_attributes] PRIMARY KEY ([activity_id], [name]),
        CONSTRAINT [fk_activity_attributes_activities_activity_id] FOREIGN KEY ([activity_id]) REFERENCES [activities] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122035137_ActivitiesAndEvents'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'name') AND [object_id] = OBJECT_ID(N'[activity_attribute_names]'))
        SET IDENTITY_INSERT [activity_attribute_names] ON;
    EXEC(N'INSERT INTO [activity_attribute_names] ([name])
    VALUES (N''description''),
    (N''email''),
    (N''event''),
    (N''form''),
    (N''keyword''),
    (N''link''),
    (N''page''),
    (N''subject'')');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'name') AND [object_id] = OBJECT_ID(N'[activity_attribute_names]'))
        SET IDENTITY_INSERT [activity_attribute_names] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122035137_ActivitiesAndEvents'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'id', N'is_built_in', N'is_retired', N'name', N'normalized_name', N'updated_at', N'version') AND [object_id] = OBJECT_ID(N'[activity_types]'))
        SET IDENTITY_INSERT [activity_types] ON;
    EXEC(N'INSERT INTO [activity_types] ([id], [is_built_in], [is_retired], [name], [normalized_name], [updated_at], [version])
    VALUES (1, CAST(1 AS bit), CAST(0 AS bit), N''Attend Event'', N''attend event'', ''2026-01-01T00:00:00.0000000Z'', 1),
    (2, CAST(1 AS bit), CAST(0 AS bit), N''Email Clicked'', N''email clicked'', ''2026-01-01T00:00:00.0000000Z'', 1),
    (3, CAST(1 AS bit), CAST(0 AS bit), N''Email Opened'', N''email opened'', ''2026-01-01T00:00:00.0000000Z'', 1),
    (4, CAST(1 AS bit), CAST(0 AS bit), N''Form Filled Out'', N''form filled out'', ''2026-01-01T00:00:00.0000000Z'', 1),
    (5, CAST(1 AS bit), CAST(0 AS bit), N''Interesting Moment'', N''interesting moment'', ''2026-01-01T00:00:00.0000000Z'', 1),
    (6, CAST(1 AS bit), CAST(0 AS bit), N''Link Clicks'', N''link clicks'', ''2026-01-01T00:00:00.0000000Z'', 1),
    (7, CAST(1 AS bit), CAST(0 AS bit), N''Page Views'', N''page views'', ''2026-01-01T00:00:00.0000000Z'', 1),
    (8, CAST(1 AS bit), CAST(0 AS bit), N''Register for Event'', N''register for event'', ''2026-01-01T00:00:00.0000000Z'', 1)');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'id', N'is_built_in', N'is_retired', N'name', N'normalized_name', N'updated_at', N'version') AND [object_id] = OBJECT_ID(N'[activity_types]'))
        SET IDENTITY_INSERT [activity_types] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122035137_ActivitiesAndEvents'
)
BEGIN
    CREATE INDEX [ix_activities_account_id_id] ON [activities] ([account_id], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122035137_ActivitiesAndEvents'
)
BEGIN
    CREATE INDEX [ix_activities_activity_type_id] ON [activities] ([activity_type_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122035137_ActivitiesAndEvents'
)
BEGIN
    CREATE INDEX [ix_activities_person_id_activity_type_id_occurred_at] ON [activities] ([person_id], [activity_type_id], [occurred_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122035137_ActivitiesAndEvents'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [ix_activities_source_key] ON [activities] ([source_key]) WHERE source_key IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122035137_ActivitiesAndEvents'
)
BEGIN
    CREATE UNIQUE INDEX [ix_activity_types_normalized_name] ON [activity_types] ([normalized_name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122035137_ActivitiesAndEvents'
)
BEGIN
    CREATE INDEX [ix_change_events_account_id_id] ON [change_events] ([account_id], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122035137_ActivitiesAndEvents'
)
BEGIN
    EXEC(N'CREATE INDEX [ix_change_events_person_id] ON [change_events] ([person_id]) WHERE person_id IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122035137_ActivitiesAndEvents'
)
BEGIN
    CREATE INDEX [ix_stage_changes_buying_group_id_id] ON [stage_changes] ([buying_group_id], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122035137_ActivitiesAndEvents'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122035137_ActivitiesAndEvents', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122035509_ApiKeys'
)
BEGIN
    CREATE TABLE [api_keys] (
        [id] int NOT NULL IDENTITY,
        [name] nvarchar(100) NOT NULL,
        [prefix] nvarchar(12) NOT NULL,
        [secret_hash] nvarchar(64) NOT NULL,
        [permissions] nvarchar(2000) NOT NULL,
        [created_at] datetime2 NOT NULL,
        [created_by_actor_id] int NOT NULL,
        [created_by_user_id] int NULL,
        [expires_at] datetime2 NULL,
        [revoked_at] datetime2 NULL,
        [revoked_by_actor_id] int NULL,
        [last_used_at] datetime2 NULL,
        CONSTRAINT [pk_api_keys] PRIMARY KEY ([id]),
        CONSTRAINT [fk_api_keys_actors_created_by_actor_id] FOREIGN KEY ([created_by_actor_id]) REFERENCES [actors] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [fk_api_keys_actors_revoked_by_actor_id] FOREIGN KEY ([revoked_by_actor_id]) REFERENCES [actors] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [fk_api_keys_users_created_by_user_id] FOREIGN KEY ([created_by_user_id]) REFERENCES [users] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122035509_ApiKeys'
)
BEGIN
    CREATE INDEX [ix_api_keys_created_by_actor_id] ON [api_keys] ([created_by_actor_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122035509_ApiKeys'
)
BEGIN
    CREATE INDEX [ix_api_keys_created_by_user_id] ON [api_keys] ([created_by_user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122035509_ApiKeys'
)
BEGIN
    CREATE UNIQUE INDEX [ix_api_keys_prefix] ON [api_keys] ([prefix]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122035509_ApiKeys'
)
BEGIN
    CREATE INDEX [ix_api_keys_revoked_by_actor_id] ON [api_keys] ([revoked_by_actor_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122035509_ApiKeys'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122035509_ApiKeys', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122042507_ParkedEntries'
)
BEGIN
    EXEC(N'CREATE INDEX [ix_journey_entries_journey_id_node_key_id] ON [journey_entries] ([journey_id], [node_key], [id]) WHERE status = 6');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122042507_ParkedEntries'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122042507_ParkedEntries', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122070624_HeardBeforeParking'
)
BEGIN
    ALTER TABLE [journey_entries] ADD [has_heard] smallint NOT NULL DEFAULT CAST(0 AS smallint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122070624_HeardBeforeParking'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122070624_HeardBeforeParking', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    CREATE TABLE [account_score_days] (
        [account_id] bigint NOT NULL,
        [day] date NOT NULL,
        [engagement] int NOT NULL,
        CONSTRAINT [pk_account_score_days] PRIMARY KEY ([account_id], [day])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    CREATE TABLE [account_scores] (
        [account_id] bigint NOT NULL,
        [engagement] int NOT NULL,
        [change7] int NOT NULL,
        [change30] int NOT NULL,
        [change90] int NOT NULL,
        CONSTRAINT [pk_account_scores] PRIMARY KEY ([account_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    CREATE TABLE [contact_overlaps] (
        [groups] int NOT NULL,
        [people] bigint NOT NULL,
        CONSTRAINT [pk_contact_overlaps] PRIMARY KEY ([groups])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    CREATE TABLE [group_tallies] (
        [id] int NOT NULL,
        [solution_interest_id] int NOT NULL,
        [industry] nvarchar(255) NOT NULL,
        [region] nvarchar(255) NOT NULL,
        [stage_id] int NOT NULL,
        [groups] bigint NOT NULL,
        [complete0] bigint NOT NULL,
        [complete25] bigint NOT NULL,
        [complete50] bigint NOT NULL,
        [complete75] bigint NOT NULL,
        [engaged0] bigint NOT NULL,
        [engaged25] bigint NOT NULL,
        [engaged50] bigint NOT NULL,
        [engaged75] bigint NOT NULL,
        [engaged] bigint NOT NULL,
        [completeness] bigint NOT NULL,
        [engagement] bigint NOT NULL,
        CONSTRAINT [pk_group_tallies] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    CREATE TABLE [group_tally_days] (
        [tally_id] int NOT NULL,
        [day] date NOT NULL,
        [groups] bigint NOT NULL,
        [complete0] bigint NOT NULL,
        [complete25] bigint NOT NULL,
        [complete50] bigint NOT NULL,
        [complete75] bigint NOT NULL,
        [engaged0] bigint NOT NULL,
        [engaged25] bigint NOT NULL,
        [engaged50] bigint NOT NULL,
        [engaged75] bigint NOT NULL,
        [engaged] bigint NOT NULL,
        [completeness] bigint NOT NULL,
        [engagement] bigint NOT NULL,
        CONSTRAINT [pk_group_tally_days] PRIMARY KEY ([day], [tally_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    CREATE TABLE [hand_overs] (
        [id] bigint NOT NULL IDENTITY,
        [buying_group_id] bigint NOT NULL,
        [status] int NOT NULL,
        [ready_at] datetime2 NOT NULL,
        [decided_at] datetime2 NULL,
        [seconds_to_accept] int NULL,
        [actor_id] int NULL,
        [reason] nvarchar(500) NULL,
        [completeness] int NOT NULL,
        [engagement] float NOT NULL,
        [stage_id] int NULL,
        CONSTRAINT [pk_hand_overs] PRIMARY KEY ([id]),
        CONSTRAINT [fk_hand_overs_buying_groups_buying_group_id] FOREIGN KEY ([buying_group_id]) REFERENCES [buying_groups] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    CREATE TABLE [journey_tallies] (
        [id] int NOT NULL,
        [entered] bigint NOT NULL,
        [active] bigint NOT NULL,
        [completed] bigint NOT NULL,
        [goal_met] bigint NOT NULL,
        [left_early] bigint NOT NULL,
        [parked] bigint NOT NULL,
        CONSTRAINT [pk_journey_tallies] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    CREATE TABLE [journey_tally_days] (
        [tally_id] int NOT NULL,
        [day] date NOT NULL,
        [entered] bigint NOT NULL,
        [active] bigint NOT NULL,
        [completed] bigint NOT NULL,
        [goal_met] bigint NOT NULL,
        [left_early] bigint NOT NULL,
        [parked] bigint NOT NULL,
        CONSTRAINT [pk_journey_tally_days] PRIMARY KEY ([day], [tally_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    CREATE TABLE [overlapping_people] (
        [person_id] bigint NOT NULL,
        [groups] int NOT NULL,
        CONSTRAINT [pk_overlapping_people] PRIMARY KEY ([person_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    CREATE TABLE [reach_tallies] (
        [id] int NOT NULL,
        [industry] nvarchar(255) NOT NULL,
        [region] nvarchar(255) NOT NULL,
        [accounts] bigint NOT NULL,
        [accounts_engaged] bigint NOT NULL,
        [accounts_with_groups] bigint NOT NULL,
        [people] bigint NOT NULL,
        [people_engaged] bigint NOT NULL,
        [engagement] bigint NOT NULL,
        CONSTRAINT [pk_reach_tallies] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    CREATE TABLE [reach_tally_days] (
        [tally_id] int NOT NULL,
        [day] date NOT NULL,
        [accounts] bigint NOT NULL,
        [accounts_engaged] bigint NOT NULL,
        [accounts_with_groups] bigint NOT NULL,
        [people] bigint NOT NULL,
        [people_engaged] bigint NOT NULL,
        [engagement] bigint NOT NULL,
        CONSTRAINT [pk_reach_tally_days] PRIMARY KEY ([day], [tally_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    CREATE TABLE [role_tallies] (
        [id] int NOT NULL,
        [solution_interest_id] int NOT NULL,
        [industry] nvarchar(255) NOT NULL,
        [region] nvarchar(255) NOT NULL,
        [role_id] int NOT NULL,
        [groups] bigint NOT NULL,
        [covered] bigint NOT NULL,
        [members] bigint NOT NULL,
        [engaged] bigint NOT NULL,
        [engagement] bigint NOT NULL,
        CONSTRAINT [pk_role_tallies] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    CREATE TABLE [role_tally_days] (
        [tally_id] int NOT NULL,
        [day] date NOT NULL,
        [groups] bigint NOT NULL,
        [covered] bigint NOT NULL,
        [members] bigint NOT NULL,
        [engaged] bigint NOT NULL,
        [engagement] bigint NOT NULL,
        CONSTRAINT [pk_role_tally_days] PRIMARY KEY ([day], [tally_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    CREATE TABLE [roll_up_states] (
        [id] int NOT NULL,
        [event_id] bigint NOT NULL,
        [earlier_event_id] bigint NOT NULL,
        [membership_change_id] bigint NOT NULL,
        [earlier_membership_change_id] bigint NOT NULL,
        [day] date NOT NULL,
        [counted_at] datetime2 NOT NULL,
        [refreshed_at] datetime2 NOT NULL,
        [milliseconds] int NOT NULL,
        CONSTRAINT [pk_roll_up_states] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    CREATE TABLE [schedules] (
        [key] nvarchar(100) NOT NULL,
        [is_paused] bit NOT NULL,
        [started_at] datetime2 NULL,
        [finished_at] datetime2 NULL,
        [failed_at] datetime2 NULL,
        [error] nvarchar(1000) NULL,
        CONSTRAINT [pk_schedules] PRIMARY KEY ([key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    CREATE INDEX [ix_stage_changes_at_buying_group_id] ON [stage_changes] ([at], [buying_group_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    CREATE INDEX [ix_account_scores_change30_account_id] ON [account_scores] ([change30], [account_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    CREATE INDEX [ix_account_scores_change7_account_id] ON [account_scores] ([change7], [account_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    CREATE INDEX [ix_account_scores_change90_account_id] ON [account_scores] ([change90], [account_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    CREATE INDEX [ix_account_scores_engagement_account_id] ON [account_scores] ([engagement], [account_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    CREATE INDEX [ix_group_tallies_solution_interest_id] ON [group_tallies] ([solution_interest_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    CREATE INDEX [ix_hand_overs_buying_group_id_id] ON [hand_overs] ([buying_group_id], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    CREATE INDEX [ix_hand_overs_status_decided_at] ON [hand_overs] ([status], [decided_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    CREATE INDEX [ix_hand_overs_status_ready_at] ON [hand_overs] ([status], [ready_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    CREATE INDEX [ix_role_tallies_solution_interest_id] ON [role_tallies] ([solution_interest_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122071755_RollUps'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122071755_RollUps', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122073036_JourneyFigures'
)
BEGIN
    CREATE TABLE [journey_days] (
        [journey_id] int NOT NULL,
        [day] int NOT NULL,
        [partition] int NOT NULL,
        [outcome] smallint NOT NULL,
        [took] smallint NOT NULL,
        [entries] bigint NOT NULL,
        [milliseconds] bigint NOT NULL,
        CONSTRAINT [pk_journey_days] PRIMARY KEY ([journey_id], [day], [partition], [outcome], [took])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122073036_JourneyFigures'
)
BEGIN
    CREATE TABLE [journey_engagement_marks] (
        [journey_id] int NOT NULL,
        [seen_id] bigint NOT NULL,
        [accounts] bigint NOT NULL,
        [people] bigint NOT NULL,
        CONSTRAINT [pk_journey_engagement_marks] PRIMARY KEY ([journey_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122073036_JourneyFigures'
)
BEGIN
    CREATE TABLE [journey_engagements] (
        [journey_id] int NOT NULL,
        [person_id] bigint NOT NULL,
        [account_id] bigint NOT NULL,
        [at] datetime2 NOT NULL,
        CONSTRAINT [pk_journey_engagements] PRIMARY KEY ([journey_id], [person_id], [account_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122073036_JourneyFigures'
)
BEGIN
    EXEC(N'CREATE INDEX [ix_journey_entries_journey_id_status_id] ON [journey_entries] ([journey_id], [status], [id]) WHERE due_at IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122073036_JourneyFigures'
)
BEGIN
    INSERT INTO journey_days (journey_id, day, partition, outcome, took, entries, milliseconds)
    SELECT e.journey_id, e.entered_at / 86400000, e.partition, 0, 0, COUNT(*), 0 FROM journey_entries e GROUP BY e.journey_id, e.entered_at / 86400000, e.partition
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122073036_JourneyFigures'
)
BEGIN
    INSERT INTO journey_days (journey_id, day, partition, outcome, took, entries, milliseconds)
    SELECT d.journey_id, d.day, d.partition, d.status, d.took, COUNT(*), SUM(d.lasted)
    FROM (SELECT e.journey_id, e.arrived_at / 86400000 AS day, e.partition, e.status, CASE WHEN e.entered_at < e.arrived_at THEN e.arrived_at - e.entered_at ELSE 0 END AS lasted,
            CASE WHEN e.arrived_at - e.entered_at < 3600000 THEN 0 WHEN e.arrived_at - e.entered_at < 86400000 THEN 1 WHEN e.arrived_at - e.entered_at < 259200000 THEN 2
                 WHEN e.arrived_at - e.entered_at < 604800000 THEN 3 WHEN e.arrived_at - e.entered_at < 1209600000 THEN 4 WHEN e.arrived_at - e.entered_at < 2592000000 THEN 5
                 WHEN e.arrived_at - e.entered_at < 7776000000 THEN 6 ELSE 7 END AS took
          FROM journey_entries e WHERE e.due_at IS NULL AND e.status <> 6) AS d
    GROUP BY d.journey_id, d.day, d.partition, d.status, d.took
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122073036_JourneyFigures'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122073036_JourneyFigures', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122074703_Upkeep'
)
BEGIN
    CREATE TABLE [activity_days] (
        [person_id] bigint NOT NULL,
        [activity_type_id] int NOT NULL,
        [day] int NOT NULL,
        [count] int NOT NULL,
        CONSTRAINT [pk_activity_days] PRIMARY KEY ([person_id], [activity_type_id], [day])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122074703_Upkeep'
)
BEGIN
    CREATE TABLE [group_scores] (
        [buying_group_id] bigint NOT NULL,
        [day] int NOT NULL,
        [score] float NOT NULL,
        CONSTRAINT [pk_group_scores] PRIMARY KEY ([buying_group_id], [day]),
        CONSTRAINT [fk_group_scores_buying_groups_buying_group_id] FOREIGN KEY ([buying_group_id]) REFERENCES [buying_groups] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122074703_Upkeep'
)
BEGIN
    CREATE TABLE [group_sums] (
        [buying_group_id] bigint NOT NULL,
        [weighted] float NOT NULL,
        CONSTRAINT [pk_group_sums] PRIMARY KEY ([buying_group_id]),
        CONSTRAINT [fk_group_sums_buying_groups_buying_group_id] FOREIGN KEY ([buying_group_id]) REFERENCES [buying_groups] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122074703_Upkeep'
)
BEGIN
    CREATE TABLE [maintenance_run_groups] (
        [id] bigint NOT NULL IDENTITY,
        [maintenance_run_id] bigint NOT NULL,
        [buying_group_id] bigint NOT NULL,
        [added] int NOT NULL,
        [removed] int NOT NULL,
        [moved] int NOT NULL,
        [refused] int NOT NULL,
        CONSTRAINT [pk_maintenance_run_groups] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122074703_Upkeep'
)
BEGIN
    CREATE TABLE [maintenance_runs] (
        [id] bigint NOT NULL IDENTITY,
        [job_id] bigint NOT NULL,
        [solution_interest_id] int NULL,
        [actor_id] int NOT NULL,
        [started_at] datetime2 NOT NULL,
        [finished_at] datetime2 NULL,
        [people_checked] bigint NOT NULL,
        [added] int NOT NULL,
        [removed] int NOT NULL,
        [moved] int NOT NULL,
        [refused] int NOT NULL,
        [groups] int NOT NULL,
        [problems] nvarchar(max) NOT NULL,
        CONSTRAINT [pk_maintenance_runs] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122074703_Upkeep'
)
BEGIN
    CREATE TABLE [maintenance_states] (
        [solution_interest_id] int NOT NULL,
        [through] datetime2 NOT NULL,
        [through_event] bigint NOT NULL,
        CONSTRAINT [pk_maintenance_states] PRIMARY KEY ([solution_interest_id]),
        CONSTRAINT [fk_maintenance_states_solution_interests_solution_interest_id] FOREIGN KEY ([solution_interest_id]) REFERENCES [solution_interests] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122074703_Upkeep'
)
BEGIN
    CREATE TABLE [person_scores] (
        [person_id] bigint NOT NULL,
        [day] int NOT NULL,
        [score] float NOT NULL,
        CONSTRAINT [pk_person_scores] PRIMARY KEY ([person_id], [day])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122074703_Upkeep'
)
BEGIN
    CREATE TABLE [person_sums] (
        [person_id] bigint NOT NULL,
        [weighted] bigint NOT NULL,
        CONSTRAINT [pk_person_sums] PRIMARY KEY ([person_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122074703_Upkeep'
)
BEGIN
    CREATE TABLE [weighting_models] (
        [id] int NOT NULL IDENTITY,
        [name] nvarchar(255) NOT NULL,
        [normalized_name] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [description] nvarchar(2000) NULL,
        [status] int NOT NULL,
        [activated_at] datetime2 NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [pk_weighting_models] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122074703_Upkeep'
)
BEGIN
    CREATE TABLE [activity_weights] (
        [weighting_model_id] int NOT NULL,
        [activity_type_id] int NOT NULL,
        [weight] int NOT NULL,
        [band_number] int NULL,
        CONSTRAINT [pk_activity_weights] PRIMARY KEY ([weighting_model_id], [activity_type_id]),
        CONSTRAINT [fk_activity_weights_activity_types_activity_type_id] FOREIGN KEY ([activity_type_id]) REFERENCES [activity_types] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [fk_activity_weights_weighting_models_weighting_model_id] FOREIGN KEY ([weighting_model_id]) REFERENCES [weighting_models] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122074703_Upkeep'
)
BEGIN
    CREATE TABLE [weighting_bands] (
        [weighting_model_id] int NOT NULL,
        [number] int NOT NULL,
        [name] nvarchar(50) NOT NULL,
        [value] int NOT NULL,
        CONSTRAINT [pk_weighting_bands] PRIMARY KEY ([weighting_model_id], [number]),
        CONSTRAINT [fk_weighting_bands_weighting_models_weighting_model_id] FOREIGN KEY ([weighting_model_id]) REFERENCES [weighting_models] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122074703_Upkeep'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'id', N'activated_at', N'created_at', N'description', N'name', N'normalized_name', N'status', N'updated_at', N'version') AND [object_id] = OBJECT_ID(N'[weighting_models]'))
        SET IDENTITY_INSERT [weighting_models] ON;
    EXEC(N'INSERT INTO [weighting_models] ([id], [activated_at], [created_at], [description], [name], [normalized_name], [status], [updated_at], [version])
    VALUES (1, ''2026-01-01T00:00:00.0000000Z'', ''2026-01-01T00:00:00.0000000Z'', NULL, N''Default model'', N''default model'', 2, ''2026-01-01T00:00:00.0000000Z'', 1)');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'id', N'activated_at', N'created_at', N'description', N'name', N'normalized_name', N'status', N'updated_at', N'version') AND [object_id] = OBJECT_ID(N'[weighting_models]'))
        SET IDENTITY_INSERT [weighting_models] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122074703_Upkeep'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'activity_type_id', N'weighting_model_id', N'band_number', N'weight') AND [object_id] = OBJECT_ID(N'[activity_weights]'))
        SET IDENTITY_INSERT [activity_weights] ON;
    EXEC(N'INSERT INTO [activity_weights] ([activity_type_id], [weighting_model_id], [band_number], [weight])
    VALUES (1, 1, 3, 60),
    (2, 1, NULL, 30),
    (3, 1, NULL, 30),
    (4, 1, 2, 40),
    (5, 1, 3, 60),
    (6, 1, 2, 40),
    (7, 1, 2, 40),
    (8, 1, 3, 60)');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'activity_type_id', N'weighting_model_id', N'band_number', N'weight') AND [object_id] = OBJECT_ID(N'[activity_weights]'))
        SET IDENTITY_INSERT [activity_weights] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122074703_Upkeep'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'number', N'weighting_model_id', N'name', N'value') AND [object_id] = OBJECT_ID(N'[weighting_bands]'))
        SET IDENTITY_INSERT [weighting_bands] ON;
    EXEC(N'INSERT INTO [weighting_bands] ([number], [weighting_model_id], [name], [value])
    VALUES (1, 1, N''Trivial'', 20),
    (2, 1, N''Minor'', 40),
    (3, 1, N''Normal'', 60),
    (4, 1, N''Important'', 80),
    (5, 1, N''Vital'', 100)');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'number', N'weighting_model_id', N'name', N'value') AND [object_id] = OBJECT_ID(N'[weighting_bands]'))
        SET IDENTITY_INSERT [weighting_bands] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122074703_Upkeep'
)
BEGIN
    CREATE INDEX [ix_activity_weights_activity_type_id] ON [activity_weights] ([activity_type_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122074703_Upkeep'
)
BEGIN
    CREATE INDEX [ix_maintenance_run_groups_maintenance_run_id_buying_group_id] ON [maintenance_run_groups] ([maintenance_run_id], [buying_group_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122074703_Upkeep'
)
BEGIN
    CREATE INDEX [ix_maintenance_runs_job_id] ON [maintenance_runs] ([job_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122074703_Upkeep'
)
BEGIN
    CREATE UNIQUE INDEX [ix_weighting_models_normalized_name] ON [weighting_models] ([normalized_name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122074703_Upkeep'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [ix_weighting_models_status] ON [weighting_models] ([status]) WHERE status = 2');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122074703_Upkeep'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122074703_Upkeep', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122075443_DesignerPresence'
)
BEGIN
    CREATE TABLE [designer_presences] (
        [id] nvarchar(40) NOT NULL,
        [journey_id] int NOT NULL,
        [user_id] int NOT NULL,
        [user_name] nvarchar(255) NOT NULL,
        [seen_at] datetime2 NOT NULL,
        [edited_at] datetime2 NULL,
        CONSTRAINT [pk_designer_presences] PRIMARY KEY ([id]),
        CONSTRAINT [fk_designer_presences_journeys_journey_id] FOREIGN KEY ([journey_id]) REFERENCES [journeys] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122075443_DesignerPresence'
)
BEGIN
    CREATE INDEX [ix_designer_presences_journey_id] ON [designer_presences] ([journey_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122075443_DesignerPresence'
)
BEGIN
    CREATE INDEX [ix_designer_presences_seen_at] ON [designer_presences] ([seen_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122075443_DesignerPresence'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122075443_DesignerPresence', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122103006_MergedKeys'
)
BEGIN
    CREATE TABLE [merged_keys] (
        [source_key] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [person_id] bigint NOT NULL,
        CONSTRAINT [pk_merged_keys] PRIMARY KEY ([source_key]),
        CONSTRAINT [fk_merged_keys_people_person_id] FOREIGN KEY ([person_id]) REFERENCES [people] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122103006_MergedKeys'
)
BEGIN
    CREATE INDEX [ix_merged_keys_person_id] ON [merged_keys] ([person_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122103006_MergedKeys'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122103006_MergedKeys', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122110835_DashboardLists'
)
BEGIN
    ALTER TABLE [roll_up_states] ADD [activity_id] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122110835_DashboardLists'
)
BEGIN
    CREATE TABLE [activity_tallies] (
        [id] int NOT NULL,
        [activities] bigint NOT NULL,
        CONSTRAINT [pk_activity_tallies] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122110835_DashboardLists'
)
BEGIN
    CREATE TABLE [activity_tally_days] (
        [tally_id] int NOT NULL,
        [day] date NOT NULL,
        [activities] bigint NOT NULL,
        CONSTRAINT [pk_activity_tally_days] PRIMARY KEY ([day], [tally_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122110835_DashboardLists'
)
BEGIN
    CREATE INDEX [ix_overlapping_people_groups_person_id] ON [overlapping_people] ([groups], [person_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122110835_DashboardLists'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122110835_DashboardLists', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122113617_PlaceTotals'
)
BEGIN
    ALTER TABLE [role_tally_days] DROP CONSTRAINT [pk_role_tally_days];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122113617_PlaceTotals'
)
BEGIN
    ALTER TABLE [reach_tally_days] DROP CONSTRAINT [pk_reach_tally_days];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122113617_PlaceTotals'
)
BEGIN
    ALTER TABLE [group_tally_days] DROP CONSTRAINT [pk_group_tally_days];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122113617_PlaceTotals'
)
BEGIN
    ALTER TABLE [role_tally_days] ADD CONSTRAINT [pk_role_tally_days] PRIMARY KEY ([tally_id], [day]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122113617_PlaceTotals'
)
BEGIN
    ALTER TABLE [reach_tally_days] ADD CONSTRAINT [pk_reach_tally_days] PRIMARY KEY ([tally_id], [day]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122113617_PlaceTotals'
)
BEGIN
    ALTER TABLE [group_tally_days] ADD CONSTRAINT [pk_group_tally_days] PRIMARY KEY ([tally_id], [day]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122113617_PlaceTotals'
)
BEGIN
    CREATE INDEX [ix_role_tally_days_day] ON [role_tally_days] ([day]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122113617_PlaceTotals'
)
BEGIN
    CREATE INDEX [ix_reach_tally_days_day] ON [reach_tally_days] ([day]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122113617_PlaceTotals'
)
BEGIN
    CREATE INDEX [ix_group_tally_days_day] ON [group_tally_days] ([day]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122113617_PlaceTotals'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122113617_PlaceTotals', N'10.0.14');
END;

COMMIT;
GO


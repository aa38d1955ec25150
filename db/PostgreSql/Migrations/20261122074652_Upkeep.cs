using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace BuyingGroups.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Upkeep : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "activity_days",
                columns: table => new
                {
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    activity_type_id = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<int>(type: "integer", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_activity_days", x => new { x.person_id, x.activity_type_id, x.day });
                });

            migrationBuilder.CreateTable(
                name: "group_scores",
                columns: table => new
                {
                    buying_group_id = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<int>(type: "integer", nullable: false),
                    score = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_scores", x => new { x.buying_group_id, x.day });
                    table.ForeignKey(
                        name: "fk_group_scores_buying_groups_buying_group_id",
                        column: x => x.buying_group_id,
                        principalTable: "buying_groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "group_sums",
                columns: table => new
                {
                    buying_group_id = table.Column<long>(type: "bigint", nullable: false),
                    weighted = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_sums", x => x.buying_group_id);
                    table.ForeignKey(
                        name: "fk_group_sums_buying_groups_buying_group_id",
                        column: x => x.buying_group_id,
                        principalTable: "buying_groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "maintenance_run_groups",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    maintenance_run_id = table.Column<long>(type: "bigint", nullable: false),
                    buying_group_id = table.Column<long>(type: "bigint", nullable: false),
                    added = table.Column<int>(type: "integer", nullable: false),
                    removed = table.Column<int>(type: "integer", nullable: false),
                    moved = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_maintenance_run_groups", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "maintenance_runs",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    job_id = table.Column<long>(type: "bigint", nullable: false),
                    solution_interest_id = table.Column<int>(type: "integer", nullable: true),
                    actor_id = table.Column<int>(type: "integer", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    people_checked = table.Column<long>(type: "bigint", nullable: false),
                    added = table.Column<int>(type: "integer", nullable: false),
                    removed = table.Column<int>(type: "integer", nullable: false),
                    moved = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false),
                    groups = table.Column<int>(type: "integer", nullable: false),
                    problems = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_maintenance_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "maintenance_states",
                columns: table => new
                {
                    solution_interest_id = table.Column<int>(type: "integer", nullable: false),
                    through = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    through_event = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_maintenance_states", x => x.solution_interest_id);
                    table.ForeignKey(
                        name: "fk_maintenance_states_solution_interests_solution_interest_id",
                        column: x => x.solution_interest_id,
                        principalTable: "solution_interests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "person_scores",
                columns: table => new
                {
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<int>(type: "integer", nullable: false),
                    score = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_scores", x => new { x.person_id, x.day });
                });

            migrationBuilder.CreateTable(
                name: "person_sums",
                columns: table => new
                {
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    weighted = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_sums", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "weighting_models",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    normalized_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false, collation: "C"),
                    description = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    status = table.Column<int>(type: "integer", nullable: false),
                    activated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_weighting_models", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "activity_weights",
                columns: table => new
                {
                    weighting_model_id = table.Column<int>(type: "integer", nullable: false),
                    activity_type_id = table.Column<int>(type: "integer", nullable: false),
                    weight = table.Column<int>(type: "integer", nullable: false),
                    band_number = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_activity_weights", x => new { x.weighting_model_id, x.activity_type_id });
                    table.ForeignKey(
                        name: "fk_activity_weights_activity_types_activity_type_id",
                        column: x => x.activity_type_id,
                        principalTable: "activity_types",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_activity_weights_weighting_models_weighting_model_id",
                        column: x => x.weighting_model_id,
                        principalTable: "weighting_models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "weighting_bands",
                columns: table => new
                {
                    weighting_model_id = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    value = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_weighting_bands", x => new { x.weighting_model_id, x.number });
                    table.ForeignKey(
                        name: "fk_weighting_bands_weighting_models_weighting_model_id",
                        column: x => x.weighting_model_id,
                        principalTable: "weighting_models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "weighting_models",
                columns: new[] { "id", "activated_at", "created_at", "description", "name", "normalized_name", "status", "updated_at", "version" },
                values: new object[] { 1, new DateTime(2026, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(2026, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), null, "Default model", "default model", 2, new DateTime(2026, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), 1 });

            migrationBuilder.InsertData(
                table: "activity_weights",
                columns: new[] { "activity_type_id", "weighting_model_id", "band_number", "weight" },
                values: new object[,]
                {
                    { 1, 1, 3, 60 },
                    { 2, 1, null, 30 },
                    { 3, 1, null, 30 },
                    { 4, 1, 2, 40 },
                    { 5, 1, 3, 60 },
                    { 6, 1, 2, 40 },
                    { 7, 1, 2, 40 },
                    { 8, 1, 3, 60 }
                });

            migrationBuilder.InsertData(
                table: "weighting_bands",
                columns: new[] { "number", "weighting_model_id", "name", "value" },
                values: new object[,]
                {
                    { 1, 1, "Trivial", 20 },
                    { 2, 1, "Minor", 40 },
                    { 3, 1, "Normal", 60 },
                    { 4, 1, "Important", 80 },
                    { 5, 1, "Vital", 100 }
                });

            migrationBuilder.CreateIndex(
                name: "ix_activity_weights_activity_type_id",
                table: "activity_weights",
                column: "activity_type_id");

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_run_groups_maintenance_run_id_buying_group_id",
                table: "maintenance_run_groups",
                columns: new[] { "maintenance_run_id", "buying_group_id" });

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_runs_job_id",
                table: "maintenance_runs",
                column: "job_id");

            migrationBuilder.CreateIndex(
                name: "ix_weighting_models_normalized_name",
                table: "weighting_models",
                column: "normalized_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_weighting_models_status",
                table: "weighting_models",
                column: "status",
                unique: true,
                filter: "status = 2");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "activity_days");

            migrationBuilder.DropTable(
                name: "activity_weights");

            migrationBuilder.DropTable(
                name: "group_scores");

            migrationBuilder.DropTable(
                name: "group_sums");

            migrationBuilder.DropTable(
                name: "maintenance_run_groups");

            migrationBuilder.DropTable(
                name: "maintenance_runs");

            migrationBuilder.DropTable(
                name: "maintenance_states");

            migrationBuilder.DropTable(
                name: "person_scores");

            migrationBuilder.DropTable(
                name: "person_sums");

            migrationBuilder.DropTable(
                name: "weighting_bands");

            migrationBuilder.DropTable(
                name: "weighting_models");
        }
    }
}

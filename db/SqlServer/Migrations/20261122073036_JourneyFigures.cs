using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BuyingGroups.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class JourneyFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "journey_days",
                columns: table => new
                {
                    journey_id = table.Column<int>(type: "int", nullable: false),
                    day = table.Column<int>(type: "int", nullable: false),
                    partition = table.Column<int>(type: "int", nullable: false),
                    outcome = table.Column<short>(type: "smallint", nullable: false),
                    took = table.Column<short>(type: "smallint", nullable: false),
                    entries = table.Column<long>(type: "bigint", nullable: false),
                    milliseconds = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journey_days", x => new { x.journey_id, x.day, x.partition, x.outcome, x.took });
                });

            migrationBuilder.CreateTable(
                name: "journey_engagement_marks",
                columns: table => new
                {
                    journey_id = table.Column<int>(type: "int", nullable: false),
                    seen_id = table.Column<long>(type: "bigint", nullable: false),
                    accounts = table.Column<long>(type: "bigint", nullable: false),
                    people = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journey_engagement_marks", x => x.journey_id);
                });

            migrationBuilder.CreateTable(
                name: "journey_engagements",
                columns: table => new
                {
                    journey_id = table.Column<int>(type: "int", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journey_engagements", x => new { x.journey_id, x.person_id, x.account_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_journey_entries_journey_id_status_id",
                table: "journey_entries",
                columns: new[] { "journey_id", "status", "id" },
                filter: "due_at IS NULL");

            // Journeys that ran before there were figures per day keep theirs.
            migrationBuilder.Sql("""
                INSERT INTO journey_days (journey_id, day, partition, outcome, took, entries, milliseconds)
                SELECT e.journey_id, e.entered_at / 86400000, e.partition, 0, 0, COUNT(*), 0 FROM journey_entries e GROUP BY e.journey_id, e.entered_at / 86400000, e.partition
                """);
            migrationBuilder.Sql("""
                INSERT INTO journey_days (journey_id, day, partition, outcome, took, entries, milliseconds)
                SELECT d.journey_id, d.day, d.partition, d.status, d.took, COUNT(*), SUM(d.lasted)
                FROM (SELECT e.journey_id, e.arrived_at / 86400000 AS day, e.partition, e.status, CASE WHEN e.entered_at < e.arrived_at THEN e.arrived_at - e.entered_at ELSE 0 END AS lasted,
                        CASE WHEN e.arrived_at - e.entered_at < 3600000 THEN 0 WHEN e.arrived_at - e.entered_at < 86400000 THEN 1 WHEN e.arrived_at - e.entered_at < 259200000 THEN 2
                             WHEN e.arrived_at - e.entered_at < 604800000 THEN 3 WHEN e.arrived_at - e.entered_at < 1209600000 THEN 4 WHEN e.arrived_at - e.entered_at < 2592000000 THEN 5
                             WHEN e.arrived_at - e.entered_at < 7776000000 THEN 6 ELSE 7 END AS took
                      FROM journey_entries e WHERE e.due_at IS NULL AND e.status <> 6) AS d
                GROUP BY d.journey_id, d.day, d.partition, d.status, d.took
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "journey_days");

            migrationBuilder.DropTable(
                name: "journey_engagement_marks");

            migrationBuilder.DropTable(
                name: "journey_engagements");

            migrationBuilder.DropIndex(
                name: "ix_journey_entries_journey_id_status_id",
                table: "journey_entries");
        }
    }
}

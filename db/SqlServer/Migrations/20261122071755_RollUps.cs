using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BuyingGroups.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class RollUps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "account_score_days",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    engagement = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_score_days", x => new { x.account_id, x.day });
                });

            migrationBuilder.CreateTable(
                name: "account_scores",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    engagement = table.Column<int>(type: "int", nullable: false),
                    change7 = table.Column<int>(type: "int", nullable: false),
                    change30 = table.Column<int>(type: "int", nullable: false),
                    change90 = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_scores", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "contact_overlaps",
                columns: table => new
                {
                    groups = table.Column<int>(type: "int", nullable: false),
                    people = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_overlaps", x => x.groups);
                });

            migrationBuilder.CreateTable(
                name: "group_tallies",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false),
                    solution_interest_id = table.Column<int>(type: "int", nullable: false),
                    industry = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    region = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    stage_id = table.Column<int>(type: "int", nullable: false),
                    groups = table.Column<long>(type: "bigint", nullable: false),
                    complete0 = table.Column<long>(type: "bigint", nullable: false),
                    complete25 = table.Column<long>(type: "bigint", nullable: false),
                    complete50 = table.Column<long>(type: "bigint", nullable: false),
                    complete75 = table.Column<long>(type: "bigint", nullable: false),
                    engaged0 = table.Column<long>(type: "bigint", nullable: false),
                    engaged25 = table.Column<long>(type: "bigint", nullable: false),
                    engaged50 = table.Column<long>(type: "bigint", nullable: false),
                    engaged75 = table.Column<long>(type: "bigint", nullable: false),
                    engaged = table.Column<long>(type: "bigint", nullable: false),
                    completeness = table.Column<long>(type: "bigint", nullable: false),
                    engagement = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_tallies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "group_tally_days",
                columns: table => new
                {
                    tally_id = table.Column<int>(type: "int", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    groups = table.Column<long>(type: "bigint", nullable: false),
                    complete0 = table.Column<long>(type: "bigint", nullable: false),
                    complete25 = table.Column<long>(type: "bigint", nullable: false),
                    complete50 = table.Column<long>(type: "bigint", nullable: false),
                    complete75 = table.Column<long>(type: "bigint", nullable: false),
                    engaged0 = table.Column<long>(type: "bigint", nullable: false),
                    engaged25 = table.Column<long>(type: "bigint", nullable: false),
                    engaged50 = table.Column<long>(type: "bigint", nullable: false),
                    engaged75 = table.Column<long>(type: "bigint", nullable: false),
                    engaged = table.Column<long>(type: "bigint", nullable: false),
                    completeness = table.Column<long>(type: "bigint", nullable: false),
                    engagement = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_tally_days", x => new { x.day, x.tally_id });
                });

            migrationBuilder.CreateTable(
                name: "hand_overs",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    buying_group_id = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<int>(type: "int", nullable: false),
                    ready_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    decided_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    seconds_to_accept = table.Column<int>(type: "int", nullable: true),
                    actor_id = table.Column<int>(type: "int", nullable: true),
                    reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    completeness = table.Column<int>(type: "int", nullable: false),
                    engagement = table.Column<double>(type: "float", nullable: false),
                    stage_id = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hand_overs", x => x.id);
                    table.ForeignKey(
                        name: "fk_hand_overs_buying_groups_buying_group_id",
                        column: x => x.buying_group_id,
                        principalTable: "buying_groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "journey_tallies",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false),
                    entered = table.Column<long>(type: "bigint", nullable: false),
                    active = table.Column<long>(type: "bigint", nullable: false),
                    completed = table.Column<long>(type: "bigint", nullable: false),
                    goal_met = table.Column<long>(type: "bigint", nullable: false),
                    left_early = table.Column<long>(type: "bigint", nullable: false),
                    parked = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journey_tallies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "journey_tally_days",
                columns: table => new
                {
                    tally_id = table.Column<int>(type: "int", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    entered = table.Column<long>(type: "bigint", nullable: false),
                    active = table.Column<long>(type: "bigint", nullable: false),
                    completed = table.Column<long>(type: "bigint", nullable: false),
                    goal_met = table.Column<long>(type: "bigint", nullable: false),
                    left_early = table.Column<long>(type: "bigint", nullable: false),
                    parked = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journey_tally_days", x => new { x.day, x.tally_id });
                });

            migrationBuilder.CreateTable(
                name: "overlapping_people",
                columns: table => new
                {
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    groups = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_overlapping_people", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "reach_tallies",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false),
                    industry = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    region = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    accounts = table.Column<long>(type: "bigint", nullable: false),
                    accounts_engaged = table.Column<long>(type: "bigint", nullable: false),
                    accounts_with_groups = table.Column<long>(type: "bigint", nullable: false),
                    people = table.Column<long>(type: "bigint", nullable: false),
                    people_engaged = table.Column<long>(type: "bigint", nullable: false),
                    engagement = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reach_tallies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reach_tally_days",
                columns: table => new
                {
                    tally_id = table.Column<int>(type: "int", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    accounts = table.Column<long>(type: "bigint", nullable: false),
                    accounts_engaged = table.Column<long>(type: "bigint", nullable: false),
                    accounts_with_groups = table.Column<long>(type: "bigint", nullable: false),
                    people = table.Column<long>(type: "bigint", nullable: false),
                    people_engaged = table.Column<long>(type: "bigint", nullable: false),
                    engagement = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reach_tally_days", x => new { x.day, x.tally_id });
                });

            migrationBuilder.CreateTable(
                name: "role_tallies",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false),
                    solution_interest_id = table.Column<int>(type: "int", nullable: false),
                    industry = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    region = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    role_id = table.Column<int>(type: "int", nullable: false),
                    groups = table.Column<long>(type: "bigint", nullable: false),
                    covered = table.Column<long>(type: "bigint", nullable: false),
                    members = table.Column<long>(type: "bigint", nullable: false),
                    engaged = table.Column<long>(type: "bigint", nullable: false),
                    engagement = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_tallies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "role_tally_days",
                columns: table => new
                {
                    tally_id = table.Column<int>(type: "int", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    groups = table.Column<long>(type: "bigint", nullable: false),
                    covered = table.Column<long>(type: "bigint", nullable: false),
                    members = table.Column<long>(type: "bigint", nullable: false),
                    engaged = table.Column<long>(type: "bigint", nullable: false),
                    engagement = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_tally_days", x => new { x.day, x.tally_id });
                });

            migrationBuilder.CreateTable(
                name: "roll_up_states",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false),
                    event_id = table.Column<long>(type: "bigint", nullable: false),
                    earlier_event_id = table.Column<long>(type: "bigint", nullable: false),
                    membership_change_id = table.Column<long>(type: "bigint", nullable: false),
                    earlier_membership_change_id = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    counted_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    refreshed_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    milliseconds = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roll_up_states", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "schedules",
                columns: table => new
                {
                    key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    is_paused = table.Column<bool>(type: "bit", nullable: false),
                    started_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    finished_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    failed_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    error = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_schedules", x => x.key);
                });

            migrationBuilder.CreateIndex(
                name: "ix_stage_changes_at_buying_group_id",
                table: "stage_changes",
                columns: new[] { "at", "buying_group_id" });

            migrationBuilder.CreateIndex(
                name: "ix_account_scores_change30_account_id",
                table: "account_scores",
                columns: new[] { "change30", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_account_scores_change7_account_id",
                table: "account_scores",
                columns: new[] { "change7", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_account_scores_change90_account_id",
                table: "account_scores",
                columns: new[] { "change90", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_account_scores_engagement_account_id",
                table: "account_scores",
                columns: new[] { "engagement", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_group_tallies_solution_interest_id",
                table: "group_tallies",
                column: "solution_interest_id");

            migrationBuilder.CreateIndex(
                name: "ix_hand_overs_buying_group_id_id",
                table: "hand_overs",
                columns: new[] { "buying_group_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_hand_overs_status_decided_at",
                table: "hand_overs",
                columns: new[] { "status", "decided_at" });

            migrationBuilder.CreateIndex(
                name: "ix_hand_overs_status_ready_at",
                table: "hand_overs",
                columns: new[] { "status", "ready_at" });

            migrationBuilder.CreateIndex(
                name: "ix_role_tallies_solution_interest_id",
                table: "role_tallies",
                column: "solution_interest_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_score_days");

            migrationBuilder.DropTable(
                name: "account_scores");

            migrationBuilder.DropTable(
                name: "contact_overlaps");

            migrationBuilder.DropTable(
                name: "group_tallies");

            migrationBuilder.DropTable(
                name: "group_tally_days");

            migrationBuilder.DropTable(
                name: "hand_overs");

            migrationBuilder.DropTable(
                name: "journey_tallies");

            migrationBuilder.DropTable(
                name: "journey_tally_days");

            migrationBuilder.DropTable(
                name: "overlapping_people");

            migrationBuilder.DropTable(
                name: "reach_tallies");

            migrationBuilder.DropTable(
                name: "reach_tally_days");

            migrationBuilder.DropTable(
                name: "role_tallies");

            migrationBuilder.DropTable(
                name: "role_tally_days");

            migrationBuilder.DropTable(
                name: "roll_up_states");

            migrationBuilder.DropTable(
                name: "schedules");

            migrationBuilder.DropIndex(
                name: "ix_stage_changes_at_buying_group_id",
                table: "stage_changes");
        }
    }
}

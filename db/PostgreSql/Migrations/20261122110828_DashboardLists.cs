using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BuyingGroups.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class DashboardLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "activity_id",
                table: "roll_up_states",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "activity_tallies",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    activities = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_activity_tallies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "activity_tally_days",
                columns: table => new
                {
                    tally_id = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    activities = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_activity_tally_days", x => new { x.day, x.tally_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_overlapping_people_groups_person_id",
                table: "overlapping_people",
                columns: new[] { "groups", "person_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "activity_tallies");

            migrationBuilder.DropTable(
                name: "activity_tally_days");

            migrationBuilder.DropIndex(
                name: "ix_overlapping_people_groups_person_id",
                table: "overlapping_people");

            migrationBuilder.DropColumn(
                name: "activity_id",
                table: "roll_up_states");
        }
    }
}

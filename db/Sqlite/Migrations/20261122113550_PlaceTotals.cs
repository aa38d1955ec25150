using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BuyingGroups.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PlaceTotals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_role_tally_days",
                table: "role_tally_days");

            migrationBuilder.DropPrimaryKey(
                name: "pk_reach_tally_days",
                table: "reach_tally_days");

            migrationBuilder.DropPrimaryKey(
                name: "pk_group_tally_days",
                table: "group_tally_days");

            migrationBuilder.AddPrimaryKey(
                name: "pk_role_tally_days",
                table: "role_tally_days",
                columns: new[] { "tally_id", "day" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_reach_tally_days",
                table: "reach_tally_days",
                columns: new[] { "tally_id", "day" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_group_tally_days",
                table: "group_tally_days",
                columns: new[] { "tally_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_role_tally_days_day",
                table: "role_tally_days",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_reach_tally_days_day",
                table: "reach_tally_days",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_group_tally_days_day",
                table: "group_tally_days",
                column: "day");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_role_tally_days",
                table: "role_tally_days");

            migrationBuilder.DropIndex(
                name: "ix_role_tally_days_day",
                table: "role_tally_days");

            migrationBuilder.DropPrimaryKey(
                name: "pk_reach_tally_days",
                table: "reach_tally_days");

            migrationBuilder.DropIndex(
                name: "ix_reach_tally_days_day",
                table: "reach_tally_days");

            migrationBuilder.DropPrimaryKey(
                name: "pk_group_tally_days",
                table: "group_tally_days");

            migrationBuilder.DropIndex(
                name: "ix_group_tally_days_day",
                table: "group_tally_days");

            migrationBuilder.AddPrimaryKey(
                name: "pk_role_tally_days",
                table: "role_tally_days",
                columns: new[] { "day", "tally_id" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_reach_tally_days",
                table: "reach_tally_days",
                columns: new[] { "day", "tally_id" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_group_tally_days",
                table: "group_tally_days",
                columns: new[] { "day", "tally_id" });
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BuyingGroups.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ParkedEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_journey_entries_journey_id_node_key_id",
                table: "journey_entries",
                columns: new[] { "journey_id", "node_key", "id" },
                filter: "status = 6");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_journey_entries_journey_id_node_key_id",
                table: "journey_entries");
        }
    }
}

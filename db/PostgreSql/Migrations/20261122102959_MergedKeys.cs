using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BuyingGroups.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class MergedKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "merged_keys",
                columns: table => new
                {
                    source_key = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false, collation: "C"),
                    person_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_merged_keys", x => x.source_key);
                    table.ForeignKey(
                        name: "fk_merged_keys_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_merged_keys_person_id",
                table: "merged_keys",
                column: "person_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "merged_keys");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BuyingGroups.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Journeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "journey_batches",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    journey_id = table.Column<int>(type: "int", nullable: false),
                    partition = table.Column<int>(type: "int", nullable: false),
                    token = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journey_batches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "journey_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    journey_id = table.Column<int>(type: "int", nullable: false),
                    entry_number = table.Column<int>(type: "int", nullable: false),
                    partition = table.Column<int>(type: "int", nullable: false),
                    node_key = table.Column<int>(type: "int", nullable: false),
                    due_at = table.Column<long>(type: "bigint", nullable: true),
                    status = table.Column<int>(type: "int", nullable: false),
                    entered_at = table.Column<long>(type: "bigint", nullable: false),
                    arrived_at = table.Column<long>(type: "bigint", nullable: false),
                    error = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journey_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "journey_listenings",
                columns: table => new
                {
                    node_key = table.Column<int>(type: "int", nullable: false),
                    partition = table.Column<int>(type: "int", nullable: false),
                    seen_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journey_listenings", x => new { x.node_key, x.partition });
                });

            migrationBuilder.CreateTable(
                name: "journey_node_statistics",
                columns: table => new
                {
                    node_key = table.Column<int>(type: "int", nullable: false),
                    partition = table.Column<int>(type: "int", nullable: false),
                    path = table.Column<short>(type: "smallint", nullable: false),
                    passed = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journey_node_statistics", x => new { x.node_key, x.partition, x.path });
                });

            migrationBuilder.CreateTable(
                name: "journey_variant_counts",
                columns: table => new
                {
                    node_key = table.Column<int>(type: "int", nullable: false),
                    routed = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journey_variant_counts", x => x.node_key);
                });

            migrationBuilder.CreateTable(
                name: "journey_visits",
                columns: table => new
                {
                    node_key = table.Column<int>(type: "int", nullable: false),
                    entry_id = table.Column<long>(type: "bigint", nullable: false),
                    path = table.Column<short>(type: "smallint", nullable: false),
                    batch_id = table.Column<long>(type: "bigint", nullable: false),
                    detail = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journey_visits", x => new { x.node_key, x.entry_id });
                });

            migrationBuilder.CreateTable(
                name: "journeys",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    normalized_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    description = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    status = table.Column<int>(type: "int", nullable: false),
                    draft = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    live_version_id = table.Column<int>(type: "int", nullable: true),
                    starts_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ends_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    problem = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    created_by = table.Column<int>(type: "int", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_by = table.Column<int>(type: "int", nullable: false),
                    published_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    published_by = table.Column<int>(type: "int", nullable: true),
                    ended_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journeys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    node_key = table.Column<int>(type: "int", nullable: false),
                    entry_id = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    status = table.Column<int>(type: "int", nullable: false),
                    attempts = table.Column<int>(type: "int", nullable: false),
                    next_at = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    sent_at = table.Column<long>(type: "bigint", nullable: true),
                    error = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "journey_invitations",
                columns: table => new
                {
                    journey_id = table.Column<int>(type: "int", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    node_key = table.Column<int>(type: "int", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journey_invitations", x => new { x.journey_id, x.account_id });
                    table.ForeignKey(
                        name: "fk_journey_invitations_journeys_journey_id",
                        column: x => x.journey_id,
                        principalTable: "journeys",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "journey_leases",
                columns: table => new
                {
                    journey_id = table.Column<int>(type: "int", nullable: false),
                    partition = table.Column<int>(type: "int", nullable: false),
                    owner = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    token = table.Column<long>(type: "bigint", nullable: false),
                    until_at = table.Column<long>(type: "bigint", nullable: false),
                    enrolled_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journey_leases", x => new { x.journey_id, x.partition });
                    table.ForeignKey(
                        name: "fk_journey_leases_journeys_journey_id",
                        column: x => x.journey_id,
                        principalTable: "journeys",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "journey_versions",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    journey_id = table.Column<int>(type: "int", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    document = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    published_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    actor_id = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journey_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_journey_versions_journeys_journey_id",
                        column: x => x.journey_id,
                        principalTable: "journeys",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "journey_node_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    journey_version_id = table.Column<int>(type: "int", nullable: false),
                    node_id = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    actor_id = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journey_node_keys", x => x.id);
                    table.ForeignKey(
                        name: "fk_journey_node_keys_journey_versions_journey_version_id",
                        column: x => x.journey_version_id,
                        principalTable: "journey_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_journey_batches_journey_id_id",
                table: "journey_batches",
                columns: new[] { "journey_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_journey_entries_account_id_journey_id_entry_number",
                table: "journey_entries",
                columns: new[] { "account_id", "journey_id", "entry_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_journey_entries_node_key_partition_due_at_id",
                table: "journey_entries",
                columns: new[] { "node_key", "partition", "due_at", "id" },
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_journey_node_keys_journey_version_id_node_id",
                table: "journey_node_keys",
                columns: new[] { "journey_version_id", "node_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_journey_versions_journey_id_number",
                table: "journey_versions",
                columns: new[] { "journey_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_journeys_normalized_name",
                table: "journeys",
                column: "normalized_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_journeys_status_id",
                table: "journeys",
                columns: new[] { "status", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_journeys_updated_at_id",
                table: "journeys",
                columns: new[] { "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_node_key_entry_id_person_id",
                table: "outbox_messages",
                columns: new[] { "node_key", "entry_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_status_next_at_id",
                table: "outbox_messages",
                columns: new[] { "status", "next_at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "journey_batches");

            migrationBuilder.DropTable(
                name: "journey_entries");

            migrationBuilder.DropTable(
                name: "journey_invitations");

            migrationBuilder.DropTable(
                name: "journey_leases");

            migrationBuilder.DropTable(
                name: "journey_listenings");

            migrationBuilder.DropTable(
                name: "journey_node_keys");

            migrationBuilder.DropTable(
                name: "journey_node_statistics");

            migrationBuilder.DropTable(
                name: "journey_variant_counts");

            migrationBuilder.DropTable(
                name: "journey_visits");

            migrationBuilder.DropTable(
                name: "outbox_messages");

            migrationBuilder.DropTable(
                name: "journey_versions");

            migrationBuilder.DropTable(
                name: "journeys");
        }
    }
}

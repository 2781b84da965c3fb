using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Underpin.Platform.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Leadership : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "LeadershipScenarios",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdoptedFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false),
                    RowVersion = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeadershipScenarios", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LeadershipScenarios_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScenarioRevisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ScenarioId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    GoesBackTo = table.Column<int>(type: "INTEGER", nullable: true),
                    Document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScenarioRevisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScenarioRevisions_LeadershipScenarios_ScenarioId",
                        column: x => x.ScenarioId,
                        principalTable: "LeadershipScenarios",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LeadershipScenarios_OrganisationId",
                table: "LeadershipScenarios",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_LeadershipScenarios_OrganisationId_AdoptedFrom",
                table: "LeadershipScenarios",
                columns: new[] { "OrganisationId", "AdoptedFrom" },
                unique: true,
                filter: "\"AdoptedFrom\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ScenarioRevisions_ScenarioId_Number",
                table: "ScenarioRevisions",
                columns: new[] { "ScenarioId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ScenarioRevisions");

            migrationBuilder.DropTable(
                name: "LeadershipScenarios");
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace BuyingGroups.Data.Sqlite;

/// <summary>Lets the EF tools make migrations without the portal.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<PortalDbContext>
{
    public PortalDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        new SqliteProvider().Configure(options, "Data Source=design.db");
        return new PortalDbContext(options.Options);
    }
}

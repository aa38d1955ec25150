using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace BuyingGroups.Data.PostgreSql;

/// <summary>Lets the EF tools make migrations without the portal.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<PortalDbContext>
{
    public PortalDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        new PostgreSqlProvider().Configure(options, "Host=localhost;Database=design");
        return new PortalDbContext(options.Options);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace BuyingGroups.Data.SqlServer;

/// <summary>Lets the EF tools make migrations without the portal.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<PortalDbContext>
{
    public PortalDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        new SqlServerProvider().Configure(options, "Server=localhost;Database=design;Encrypt=false");
        return new PortalDbContext(options.Options);
    }
}

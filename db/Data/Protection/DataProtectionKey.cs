using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Data.Protection;

/// <summary>A Data Protection key, shared by all nodes of the portal.</summary>
public sealed class DataProtectionKey
{
    public int Id { get; set; }

    public required string FriendlyName { get; set; }

    public required string Xml { get; set; }
}

/// <summary>Keeps Data Protection keys in the database; stands in for a package that some feeds lack (docs/adr/0003).</summary>
public sealed class DatabaseXmlRepository(IServiceProvider services) : IDeletableXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = services.CreateScope();
        using var context = Open(scope);
        return [.. context.DataProtectionKeys.AsNoTracking().OrderBy(k => k.Id).Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = services.CreateScope();
        using var context = Open(scope);
        context.DataProtectionKeys.Add(new DataProtectionKey { FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        context.SaveChanges();
    }

    public bool DeleteElements(Action<IReadOnlyCollection<IDeletableElement>> chooseElements)
    {
        using var scope = services.CreateScope();
        using var context = Open(scope);
        var elements = context.DataProtectionKeys.OrderBy(k => k.Id).AsEnumerable().Select(k => new Deletable(k)).ToList();
        chooseElements(elements);
        context.DataProtectionKeys.RemoveRange(elements.Where(e => e.DeletionOrder is not null).OrderBy(e => e.DeletionOrder).Select(e => e.Key));
        context.SaveChanges();
        return true;
    }

    private static PortalDbContext Open(IServiceScope scope) =>
        scope.ServiceProvider.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();

    private sealed class Deletable(DataProtectionKey key) : IDeletableElement
    {
        public DataProtectionKey Key => key;

        public XElement Element { get; } = XElement.Parse(key.Xml);

        public int? DeletionOrder { get; set; }
    }
}

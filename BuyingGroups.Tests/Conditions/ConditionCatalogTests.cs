using BuyingGroups.Domain.Conditions;

namespace BuyingGroups.Tests.Conditions;

public sealed class ConditionCatalogTests
{
    [Fact]
    public void At_another_time_it_knows_the_same_names()
    {
        NamedReference[] names = [new(1, "One")];
        var catalog = new ConditionCatalog
        {
            Now = new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc),
            Roles = names,
            SolutionInterests = names,
            Stages = names,
            Users = names,
            ActivityTypes = names,
            ActivityAttributeNames = ["page"],
        };

        var later = catalog.At(catalog.Now.AddDays(1));

        Assert.Equal(catalog.Now.AddDays(1), later.Now);
        foreach (var property in typeof(ConditionCatalog).GetProperties().Where(property => property.SetMethod is not null && property.Name != nameof(ConditionCatalog.Now)))
            Assert.Same(property.GetValue(catalog), property.GetValue(later));
    }
}

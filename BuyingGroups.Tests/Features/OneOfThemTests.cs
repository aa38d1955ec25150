using BuyingGroups.Portal.Features.CustomFields;
using BuyingGroups.Portal.Features.Imports;
using BuyingGroups.Portal.Features.Records;
using BuyingGroups.Portal.Features.Roles;

namespace BuyingGroups.Tests.Features;

/// <summary>Refusals speak of one thing as of one.</summary>
public sealed class OneOfThemTests
{
    [Fact]
    public void One_is_said_in_the_singular()
    {
        Assert.Equal("1 person, 2 buying groups", Hanging.List([new(1, "person", "people"), new(2, "buying group", "buying groups"), new(0, "account below it", "accounts below it")]));
        Assert.StartsWith("One user has the role Auditor.", new RoleInUse("Auditor", 1).ToString(), StringComparison.Ordinal);
        Assert.StartsWith("2 users have the role Auditor.", new RoleInUse("Auditor", 2).ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Segment has a value in one record.", new CustomFieldHasValues("Segment", 1).ToString(), StringComparison.Ordinal);
        Assert.Equal("The row has one cell, the file has 3 columns.", new RaggedRow(1, 3).ToString());
        Assert.Equal("The row has 2 cells, the file has one column.", new RaggedRow(2, 1).ToString());
        Assert.Equal("The row has 2 cells, the file has 3 columns.", new RaggedRow(2, 3).ToString());
    }
}

using BuyingGroups.Portal.Features.Demo.Words;

namespace BuyingGroups.Portal.Features.Demo;

/// <summary>Invents companies, family by family: most stand alone, some have subsidiaries, two or three deep. Streams, so a hundred thousand cost no memory.</summary>
public static class DemoAccounts
{
    const int FirstKey = 10_001;

    /// <summary>Exactly <see cref="DemoSize.Accounts"/> companies with distinct keys.</summary>
    public static IEnumerable<DemoAccount> Generate(DemoSize size)
    {
        var names = new CompanyNames();
        var made = 0;
        for (var family = 0L; made < size.Accounts; family++)
        {
            var members = Family(new DemoRandom(size.Seed, family), names, FirstKey + made, size.Accounts - made);
            foreach (var member in members)
                yield return member;
            made += members.Count;
        }
    }

    static List<DemoAccount> Family(DemoRandom random, CompanyNames names, int key, int room)
    {
        var home = Countries.Any(random);
        var industry = random.Below(Industry.All.Count);
        var root = Company(random, home, names.Root(random, home, industry), industry, key, parent: null);
        var family = new List<DemoAccount> { root };
        var subsidiaries = random.Below(100) switch { < 70 => 0, < 90 => 1 + random.Below(3), _ => 3 + random.Below(4) };
        for (var i = 0; i < subsidiaries && family.Count < room; i++)
        {
            var subsidiary = Subsidiary(random, names, root, root, industry, key + family.Count, family.Count);
            family.Add(subsidiary);
            if (subsidiaries > 3 && random.Chance(400) && family.Count < room)
                family.Add(Subsidiary(random, names, root, subsidiary, industry, key + family.Count, family.Count));
        }
        // An export is not sorted for us: now and then the daughters come before the mother.
        if (family.Count > 1 && random.Chance(150))
            family.Reverse();
        return family;
    }

    static DemoAccount Subsidiary(DemoRandom random, CompanyNames names, DemoAccount root, DemoAccount parent, int industry, int key, int number)
    {
        var home = random.Chance(600) ? parent.Home : Countries.Any(random);
        var name = CompanyNames.Subsidiary(root, home, number);
        return Company(random, home, name, industry, key, parent) with { Domain = random.Chance(500) ? root.Domain : name.Domain };
    }

    static DemoAccount Company(DemoRandom random, Country home, CompanyName name, int industryNumber, int key, DemoAccount? parent)
    {
        var industry = Industry.All[industryNumber];
        var city = name.City ?? random.Pick(home.Cities);
        var employees = Employees(random);
        return new DemoAccount
        {
            SourceKey = $"A-{key}",
            ParentSourceKey = parent?.SourceKey,
            Name = name.Full(random.Pick(home.CompanyForms)),
            Industry = random.Chance(40) ? null : random.Chance(80) ? industry.OtherSpelling : industry.Name,
            SicCode = random.Chance(120) ? null : industry.SicCode,
            AnnualRevenue = random.Chance(100) ? null : RoundedRevenue(employees * (long)industry.RevenuePerEmployee * (60 + random.Below(80)) / 100),
            NumberOfEmployees = random.Chance(60) ? null : employees,
            Website = random.Chance(70) ? null : $"https://www.{name.Domain}",
            Phone = random.Chance(90) ? null : random.Digits(city.Phone),
            Street = random.Chance(60) ? null : random.Pick(home.Language.Streets).Replace("{n}", $"{1 + random.Below(120)}", StringComparison.Ordinal),
            City = random.Chance(20) ? null : city.Name,
            State = random.Chance(100) ? null : city.State,
            Region = home.Region,
            PostalCode = random.Chance(50) ? null : random.Digits(city.PostalCode),
            Country = home.Name,
            SourceType = random.Below(10) switch { < 7 => "CRM", < 9 => "Trade show", _ => "Purchased list" },
            FleetSize = random.Chance(300) ? null : employees * industry.VehiclesPerHundred * (50 + random.Below(100)) / 10_000,
            CustomerTier = random.Below(20) switch { < 2 => "Platinum", < 5 => "Gold", < 10 => "Silver", < 15 => "Prospect", _ => null },
            Domain = name.Domain,
            Home = home,
        };
    }

    /// <summary>Many small, few large: 80 to about 88,000.</summary>
    static int Employees(DemoRandom random) => (int)(80 * Math.Exp(7 * Math.Pow(random.Unit(), 1.8)));

    static long RoundedRevenue(long revenue)
    {
        var unit = 1_000L;
        while (unit * 1_000 < revenue)
            unit *= 10;
        return Math.Max(unit, revenue / unit * unit);
    }
}

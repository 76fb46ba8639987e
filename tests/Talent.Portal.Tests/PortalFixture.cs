using Talent.Portal.Doubles;

[assembly: AssemblyFixture(typeof(PortalHost))]

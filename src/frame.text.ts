export const frameText = {
  home: 'หน้าหลัก',
  fiscalYear: (year: number) => `ปีงบประมาณ ${year}`,
  draft: (savedAt: string) => `พบข้อมูลที่กรอกค้างไว้เมื่อ ${savedAt}`,
  useDraft: 'นำข้อมูลที่กรอกค้างไว้กลับมา',
  footer: [
    { text: 'ความเป็นส่วนตัวและคุกกี้', href: '/about/privacy' },
    { text: 'การช่วยการเข้าถึง', href: '/about/accessibility' },
    { text: 'ติดต่อเรา', href: '/about/contact' },
    { text: 'สถานะระบบ', href: '/status' },
  ],
  updated: 'กรมส่งเสริมการปกครองท้องถิ่น · ระบบ New e-LAAS',
} as const

// Words of รายงานขอซื้อขอจ้าง.
import { procurementText } from './procurement.text.ts'

const { errors, columns } = procurementText

export const requestText = {
  listTitle: 'รายงานขอซื้อขอจ้าง',
  registerTitle: 'ทะเบียนรายงานขอซื้อขอจ้าง',
  newTitle: 'จัดทำรายงานขอซื้อขอจ้าง',
  editTitle: 'แก้ไขรายงานขอซื้อขอจ้าง',
  empty: 'ยังไม่มีรายงานขอซื้อขอจ้างตามเงื่อนไขนี้',
  fileName: 'purchase-requests',
  states: {
    draft: { kind: 'draft', text: 'ร่าง' }, submitted: { kind: 'waiting', text: 'รออนุมัติ' }, approved: { kind: 'done', text: 'อนุมัติแล้ว' },
    contracted: { kind: 'done', text: 'ทำสัญญาแล้ว' }, cancelled: { kind: 'reversed', text: 'ยกเลิก' },
  },
  kinds: procurementText.kinds,
  roles: { inspector: 'ผู้ตรวจรับพัสดุ', chair: 'ประธานกรรมการ', member: 'กรรมการ' },
  fields: {
    documentDate: 'วันที่', kind: 'ประเภท', methodCode: 'วิธีการและข้อกฎหมาย', title: 'เรื่อง', reason: 'เหตุผลความจำเป็น', medianPrice: 'ราคากลาง',
    medianHint: 'เว้นว่างถ้าไม่ต้องกำหนดราคากลาง', deliveryDays: 'กำหนดส่งมอบ', deliverySuffix: 'วัน', deliveryHint: 'นับถัดจากวันลงนามในสัญญาหรือข้อตกลง', choose: 'โปรดเลือก', total: 'วงเงินที่จะซื้อหรือจ้าง',
    law: 'ข้อกฎหมาย', source: 'แหล่งเงิน',
  },
  captions: { lines: 'งบประมาณที่ใช้', present: 'งบประมาณที่กันไว้ปัจจุบัน (ยกมาจากรายการเดิม)', items: 'รายการที่จะซื้อ จ้าง หรือเช่า', inspectors: 'ผู้ตรวจรับพัสดุหรือคณะกรรมการตรวจรับพัสดุ' },
  columns: {
    ...columns, kind: 'ประเภท', method: 'วิธีการ', contract: 'สัญญา/ข้อตกลง', line: 'รหัสหรือชื่อรายการ', year: 'ปีงบประมาณ', available: procurementText.available, amount: 'จำนวนเงิน', item: 'รายการ',
    quantity: 'จำนวน', unit: 'หน่วย', price: 'ราคาต่อหน่วย', name: 'ชื่อ - สกุล', position: 'ตำแหน่ง', role: 'หน้าที่',
  },
  noItems: 'ไม่มีรายการ',
  noInspectors: 'ยังไม่ได้กำหนด',
  steps: { submit: 'เสนออนุมัติ', approve: 'อนุมัติ', return: 'ส่งคืนแก้ไข', cancel: 'ยกเลิกร่าง', revoke: 'ยกเลิกรายงาน', returnReason: 'เหตุผลที่ส่งคืน', revokeReason: 'เหตุผลที่ยกเลิก', print: 'พิมพ์รายงาน' },
  done: {
    submit: 'เสนออนุมัติแล้ว', approve: 'อนุมัติและกันวงเงินงบประมาณแล้ว', return: 'ส่งคืนแก้ไขแล้ว', cancel: 'ยกเลิกร่างแล้ว', revoke: 'ยกเลิกรายงานและคืนวงเงินงบประมาณแล้ว',
  },
  makeContract: 'จัดทำสัญญา/ข้อตกลง',
  reserved: (number: string) => `กันวงเงินตามรายงานขอซื้อขอจ้าง ${number}`,
  released: (number: string) => `คืนวงเงินตามรายงานขอซื้อขอจ้าง ${number}`,
  split: ({ others, total, limit }: { others: string; total: string; limit: string }) => (
    `โปรดตรวจสอบว่าไม่เป็นการแบ่งซื้อแบ่งจ้าง: รายงาน ${others} ใช้งบประมาณรายการเดียวกันในช่วงเวลาใกล้กัน รวมเป็น ${total} บาท เกินวงเงิน ${limit} บาทของวิธีนี้`),
  paper: {
    reason: '1. เหตุผลและความจำเป็น', median: '2. ราคากลาง', budget: '3. วงเงินที่จะซื้อหรือจ้าง', delivery: '4. กำหนดเวลาส่งมอบหรือให้งานแล้วเสร็จ', method: '5. วิธีการและข้อกฎหมาย',
    noMedian: 'ไม่มี',
    deliveryDays: (days: string) => `ภายใน ${days} วัน นับถัดจากวันลงนามในสัญญาหรือข้อตกลง`, methodBy: (name: string, clause: string) => `${name} ตาม ${clause}`,
    amount: (amount: string, words: string) => `${amount} บาท (${words})`, asked: 'จึงเรียนมาเพื่อโปรดพิจารณา หากเห็นชอบโปรดอนุมัติ และแต่งตั้งผู้ตรวจรับพัสดุตามรายชื่อข้างต้น',
    author: 'เจ้าหน้าที่พัสดุ', head: 'หัวหน้าเจ้าหน้าที่', approver: 'ผู้อนุมัติ',
  },
  trail: {
    actions: {
      create: 'จัดทำร่าง', edit: 'แก้ไขร่าง', submit: 'เสนออนุมัติ', approve: 'อนุมัติ', return: 'ส่งคืนแก้ไข', cancel: 'ยกเลิกร่าง', revoke: 'ยกเลิกรายงาน', contract: 'ทำสัญญา', uncontract: 'ยกเลิกการบันทึกสัญญา',
      print: 'พิมพ์',
    },
    fields: { title: 'เรื่อง', total: { label: 'วงเงิน', kind: 'money' }, number: 'เลขที่' },
  },
  errors: {
    ...errors,
    title: 'โปรดระบุเรื่อง ไม่เกิน 300 ตัวอักษร', reasonText: 'โปรดระบุเหตุผลความจำเป็น ไม่เกิน 2,000 ตัวอักษร', kind: 'โปรดเลือกประเภท', method: 'โปรดเลือกวิธีการและข้อกฎหมาย',
    noLines: 'โปรดระบุรายการงบประมาณอย่างน้อยหนึ่งรายการ', sameLine: 'ระบุรายการงบประมาณนี้ซ้ำ', otherSource: 'รายงานหนึ่งฉบับใช้เงินจากแหล่งเดียวเท่านั้น',
    /** E_BUDGET */
    short: (available: string) => `งบประมาณคงเหลือไม่เพียงพอ คงเหลือ ${available} บาท`,
    noItems: 'โปรดระบุรายการที่จะซื้อ จ้าง หรือเช่าอย่างน้อยหนึ่งรายการ', itemName: 'โปรดระบุชื่อรายการ', unit: 'โปรดระบุหน่วยนับ',
    unfunded: (funded: string, total: string) => `งบประมาณที่ใช้ ${funded} บาท ไม่เท่ากับราคารวมของรายการ ${total} บาท`,
    overMethod: (method: string, limit: string) => `${method} ใช้ได้ไม่เกิน ${limit} บาท`,
    noInspector: 'โปรดกำหนดผู้ตรวจรับพัสดุหรือคณะกรรมการตรวจรับพัสดุ', oneInspector: 'ผู้ตรวจรับพัสดุมีได้คนเดียว หากมีหลายคนให้กำหนดเป็นประธานและกรรมการ',
    needsCommittee: (limit: string) => `วงเงินเกิน ${limit} บาท ต้องแต่งตั้งคณะกรรมการตรวจรับพัสดุ`, oneChair: 'คณะกรรมการตรวจรับพัสดุต้องมีประธานหนึ่งคน',
    smallCommittee: (least: string) => `คณะกรรมการตรวจรับพัสดุต้องมีอย่างน้อย ${least} คน รวมประธาน`, sameInspector: 'ระบุชื่อนี้ซ้ำ', role: 'โปรดเลือกหน้าที่',
    approverInspects: 'ผู้อนุมัติต้องไม่เป็นผู้ตรวจรับหรือกรรมการตรวจรับพัสดุของรายงานนี้', strangeMethod: 'วิธีการนี้ใช้ไม่ได้ในวันที่ของเอกสาร', otherYear: (year: string) => `วันที่ต้องอยู่ในปีงบประมาณ ${year}`,
  },
} as const
